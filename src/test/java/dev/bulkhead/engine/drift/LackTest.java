package dev.bulkhead.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineInfo.Networking;
import dev.bulkhead.engine.EngineInfo.Swarm;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LackTest {

    private static final Path DIRECTORY = Path.of("/no-such-folder/shop");
    private static final Set<String> DRIVERS = Set.of("bridge", "host", "ipvlan", "macvlan", "null", "overlay");
    private static final Map<String, ObservedImage> IMAGES = Map.of("x:1", new ObservedImage("sha256:1", false));
    private static final String ON_NETWORK = """
            services: {web: {image: "x:1", networks: [n]}}
            networks: {n: {NETWORK}}
            """;

    private static Topology read(String text) throws ComposeException {
        Map<Path, byte[]> files = Map.of(DIRECTORY.resolve("compose.yaml"), text.getBytes(StandardCharsets.UTF_8));
        return new ComposeLoader(new OverlayFileTree(new DiskFileTree(), files))
                .load(ComposeRequest.of(DIRECTORY))
                .topology();
    }

    private static EngineInfo engine(Networking networking) {
        return new EngineInfo(
                "Docker",
                "28.5.2",
                "1.51",
                "unix:///var/run/docker.sock",
                Optional.empty(),
                EnginePools.DEFAULT,
                ContainerUsers.SAME,
                networking);
    }

    private static ObservedNetwork there(String name, String driver, boolean attachable) {
        NetworkOptions options =
                new NetworkOptions(Optional.of(driver), false, false, attachable, false, Map.of(), Map.of());
        return new ObservedNetwork(name, name, options, List.of());
    }

    private static List<Lack> onNetwork(String network, Swarm swarm, ObservedNetwork... there) throws ComposeException {
        return Lack.of(
                read(ON_NETWORK.replace("NETWORK", network)),
                Set.of(),
                engine(new Networking(Optional.empty(), DRIVERS, swarm)),
                new ObservedState(Arrays.asList(there), List.of()),
                IMAGES);
    }

    @Test
    void aDriverThatTheEngineDoesNotHaveIsMissed() throws Exception {
        assertThat(onNetwork("driver: weave", Swarm.NONE)).containsExactly(new Lack.Driver("shop_n", "weave"));
        assertThat(onNetwork("driver: macvlan", Swarm.NONE)).isEmpty();
        assertThat(onNetwork("", Swarm.NONE)).isEmpty();
    }

    @Test
    void olderEnginesChooseNoIpv6Subnet() throws Exception {
        for (String version : List.of("20.10.24", "26.1.5")) {
            assertThat(withIpv6(version, "enable_ipv6: true"))
                    .as(version)
                    .containsExactly(new Lack.Ipv6Subnet("shop_n"));
            assertThat(withIpv6(
                            version,
                            "enable_ipv6: true, ipam: {config: [{subnet: 172.30.0.0/24}, {subnet: 'fd00::/64'}]}"))
                    .as(version)
                    .isEmpty();
        }
        assertThat(withIpv6("27.0.1", "enable_ipv6: true")).isEmpty();
        assertThat(withIpv6("20.10.24", "")).isEmpty();
    }

    private static List<Lack> withIpv6(String version, String network) throws ComposeException {
        return on(version, ON_NETWORK.replace("NETWORK", network));
    }

    private static List<Lack> on(String version, String files) throws ComposeException {
        EngineInfo engine = new EngineInfo(
                "Docker",
                version,
                "1.41",
                "unix:///var/run/docker.sock",
                Optional.empty(),
                EnginePools.DEFAULT,
                ContainerUsers.SAME,
                new Networking(Optional.empty(), DRIVERS, Swarm.NONE));
        return Lack.of(read(files), Set.of(), engine, new ObservedState(List.of(), List.of()), IMAGES);
    }

    @Test
    void olderEnginesTakeNoHardwareAddressOfAGuestOrAMembership() throws Exception {
        String files = """
                services:
                  vpn: {image: "x:1", mac_address: "02:42:ac:11:00:01"}
                  guest: {image: "x:1", network_mode: "service:vpn", mac_address: "02:42:ac:11:00:02"}
                  one: {image: "x:1", networks: {n: {mac_address: "02:42:ac:11:00:03", priority: 1}, m: }}
                  two: {image: "x:1", networks: {n: {mac_address: "02:42:ac:11:00:04"}, m: }}
                networks: {n: , m: }
                """;

        assertThat(on("24.0.9", files))
                .containsExactlyInAnyOrder(new Lack.GuestMac("guest"), new Lack.MembershipMac("one", "n"));
        assertThat(on("25.0.0", files)).isEmpty();
    }

    @Test
    void aHostPortThatSomebodyElseHasIsMissed() throws Exception {
        Topology files = read("""
                services:
                  web: {image: "x:1", ports: ["80:80", "127.0.0.1:81:81", "90-99:90"]}
                  dns: {image: "x:1", ports: ["53:53/udp"], profiles: [dns]}
                """);
        ObservedState state = new ObservedState(
                List.of(),
                List.of(
                        container("edge-proxy-1", "edge", "0.0.0.0:80:80", "192.168.1.5:81:81", "90:90", "53:53/udp"),
                        container("shop-web-1", "shop", "127.0.0.1:81:81")));
        EngineInfo engine = engine(new Networking(Optional.empty(), DRIVERS, Swarm.NONE));

        assertThat(Lack.of(files, Set.of(), engine, state, IMAGES))
                .containsExactly(new Lack.Port("web", "80:80", "container edge-proxy-1 of project edge"));
        assertThat(Lack.of(files, Set.of("dns"), engine, state, IMAGES))
                .extracting(Lack::sentence)
                .contains(
                        "Service dns publishes 53:53/udp, but container edge-proxy-1 of project edge has that port of the"
                                + " host, so docker compose up is refused; publish another port, or stop that container.");
    }

    private static ObservedContainer container(String name, String project, String... ports) {
        return new ObservedContainer(
                name,
                name,
                "x:1",
                Map.of(ObservedContainer.PROJECT_LABEL, project),
                new Status(RunState.RUNNING, Health.NONE, Optional.empty(), 0),
                "bridge",
                List.of(),
                Arrays.stream(ports)
                        .flatMap(port -> PortMapping.parse(port).stream())
                        .toList());
    }

    @Test
    void aNetworkThatAServiceStatesAsItsModeHasToBeThere() throws Exception {
        Topology files = read("""
                services:
                  web: {image: "x:1", network_mode: nowhere}
                  api: {image: "x:1", networks: [own]}
                networks: {own: {name: made}}
                """);
        ObservedState state = new ObservedState(List.of(there("shared", "bridge", false)), List.of());
        Map<String, ObservedImage> images = IMAGES;
        EngineInfo engine = engine(new Networking(Optional.empty(), DRIVERS, Swarm.NONE));

        assertThat(Lack.of(files, Set.of(), engine, state, images)).containsExactly(new Lack.Mode("web", "nowhere"));
        for (String mode : List.of("shared", "made", "0123456789ab", "host", "default")) {
            Topology other = read("""
                    services:
                      web: {image: "x:1", network_mode: "MODE"}
                      api: {image: "x:1", networks: [own]}
                    networks: {own: {name: made}}
                    """.replace("MODE", mode));
            assertThat(Lack.of(other, Set.of(), engine, state, images)).as(mode).isEmpty();
        }
    }

    @Test
    void aDriverThatSomethingUsesIsThere() throws Exception {
        assertThat(onNetwork("driver: weave", Swarm.NONE, there("other", "weave", false)))
                .isEmpty();
        assertThat(new Networking(Optional.empty(), Set.of("acme/net:latest"), Swarm.NONE).lacks("acme/net"))
                .isFalse();
    }

    @Test
    void anEngineThatTellsNoDriversLacksNone() throws Exception {
        assertThat(Lack.of(
                        read(ON_NETWORK.replace("NETWORK", "driver: weave")),
                        Set.of(),
                        engine(Networking.UNTOLD),
                        new ObservedState(List.of(), List.of()),
                        IMAGES))
                .isEmpty();
    }

    @Test
    void anOverlayNeedsAManagerOfASwarm() throws Exception {
        assertThat(onNetwork("driver: overlay, attachable: true", Swarm.NONE))
                .containsExactly(new Lack.Swarm("shop_n", false));
        assertThat(onNetwork("driver: overlay, attachable: true", Swarm.WORKER))
                .containsExactly(new Lack.Swarm("shop_n", true));
        assertThat(onNetwork("driver: overlay, attachable: true", Swarm.MANAGER))
                .isEmpty();
        assertThat(onNetwork("driver: overlay, attachable: true", Swarm.UNTOLD)).isEmpty();
    }

    @Test
    void anOverlayTakesContainersOnlyWhereItSaysSo() throws Exception {
        assertThat(onNetwork("driver: overlay", Swarm.MANAGER)).containsExactly(new Lack.Attachable("shop_n", false));
        assertThat(onNetwork("external: true, name: big", Swarm.WORKER, there("big", "overlay", false)))
                .containsExactly(new Lack.Attachable("big", true));
        assertThat(onNetwork("external: true, name: big", Swarm.WORKER, there("big", "overlay", true)))
                .isEmpty();
        assertThat(onNetwork("external: true, name: big", Swarm.NONE)).isEmpty();
    }

    @Test
    void whatNobodyStartsNeedsNothing() throws Exception {
        String text = """
                services: {web: {image: "x:1", networks: [n], pull_policy: never, profiles: [extra]}}
                networks: {n: {driver: weave}}
                """;
        EngineInfo engine = engine(new Networking(Optional.empty(), DRIVERS, Swarm.NONE));
        ObservedState nothing = new ObservedState(List.of(), List.of());

        assertThat(Lack.of(read(text), Set.of(), engine, nothing, Map.of())).isEmpty();
        assertThat(Lack.of(read(text), Set.of("extra"), engine, nothing, Map.of()))
                .containsExactly(new Lack.Driver("shop_n", "weave"), new Lack.Image("web", "x:1", "never"));
    }

    @Test
    void imagesArePulledUnlessTheFilesForbidItOrBuildThem() throws Exception {
        List<Lack> lacks = Lack.of(
                read("""
                services:
                  here: {image: "here:1", pull_policy: never}
                  never: {image: "never:1", pull_policy: never}
                  build: {image: "build:1", pull_policy: build}
                  built: {image: "built:1", build: ., pull_policy: build}
                  same: {image: "built:1", pull_policy: never}
                  none: {image: "none:1", pull_policy: never, scale: 0}
                  plain: {image: "plain:1"}
                  again: {image: "again:1", pull_policy: always}
                """),
                Set.of(),
                engine(Networking.UNTOLD),
                new ObservedState(List.of(), List.of()),
                Map.of("here:1", new ObservedImage("sha256:2", false)));

        assertThat(lacks)
                .containsExactly(
                        new Lack.Image("build", "build:1", "build"),
                        new Lack.Image("never", "never:1", "never"),
                        new Lack.Pulls(List.of("again", "plain"), List.of("again:1", "plain:1")));
        assertThat(lacks).extracting(Lack::refused).containsExactly(true, true, false);
        assertThat(lacks.getLast().sentence())
                .isEqualTo("Images again:1, plain:1 are not on this engine; docker compose up pulls them.");
    }

    private static List<Lack> waiting(String web, String db, Map<String, ObservedImage> images)
            throws ComposeException {
        String text = """
                services:
                  web: {image: "x:1", WEB}
                  db: {DB}
                """.replace("WEB", web).replace("DB", db);
        return Lack.of(
                read(text), Set.of(), engine(Networking.UNTOLD), new ObservedState(List.of(), List.of()), images);
    }

    @Test
    void whoeverWaitsForHealthThatNeitherFilesNorImageTellIsRefused() throws Exception {
        String waits = "depends_on: {db: {condition: service_healthy}}";
        Map<String, ObservedImage> tells =
                Map.of("x:1", new ObservedImage("sha256:1", false), "y:1", new ObservedImage("sha256:2", true));

        assertThat(waiting(waits, "image: 'x:1'", IMAGES))
                .containsExactly(new Lack.Health("web", "db", "x:1"))
                .allSatisfy(lack -> assertThat(lack.sentence())
                        .isEqualTo(
                                "Service web waits until db is healthy, but neither the files nor its image x:1 have a"
                                        + " health check, so docker compose up is refused; give db a healthcheck, or wait for"
                                        + " service_started only."));
        assertThat(waiting(waits, "image: 'x:1', healthcheck: {interval: 5s}", IMAGES))
                .hasSize(1);
        assertThat(waiting(waits, "build: .", Map.of("x:1", tells.get("x:1"), "shop-db", tells.get("x:1"))))
                .containsExactly(new Lack.Health("web", "db", "shop-db"));
        assertThat(waiting(waits, "image: 'y:1'", tells)).isEmpty();
        assertThat(waiting(waits, "image: 'x:1', healthcheck: {test: [CMD, x]}", IMAGES))
                .isEmpty();
        // what is off the files tell; what is not there, and what is built here, nobody knows yet
        assertThat(waiting(waits, "image: 'x:1', healthcheck: {disable: true}", IMAGES))
                .isEmpty();
        assertThat(waiting(waits, "image: 'z:1'", IMAGES)).noneMatch(Lack::refused);
        assertThat(waiting(waits, "build: .", IMAGES)).isEmpty();
        // Compose goes on without what need not be there, and waits for nobody who does not run
        assertThat(waiting("depends_on: {db: {condition: service_healthy, required: false}}", "image: 'x:1'", IMAGES))
                .isEmpty();
        assertThat(waiting(waits, "image: 'x:1', scale: 0", IMAGES)).isEmpty();
        assertThat(waiting("depends_on: [db]", "image: 'x:1'", IMAGES)).isEmpty();
    }
}
