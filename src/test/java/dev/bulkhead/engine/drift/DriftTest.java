package dev.bulkhead.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final Topology FILES = Topology.of(
            "shop",
            List.of(network("front", "172.20.0.0/24"), network("back", "172.20.1.0/24")),
            List.of(
                    service("web", new NetworkMode.Networks(), aliased("front", "www"), Attachment.to("back")),
                    service("vpn", new NetworkMode.Networks(), Attachment.to("front")),
                    service("torrent", new NetworkMode.OfService("vpn"))));

    private final PracticeEngine engine = started();

    @Test
    void aProjectJustStartedHasNone() throws EngineException {
        assertThat(drift(FILES)).isEmpty();
    }

    @Test
    void aServiceWithoutContainerIsMissing() throws EngineException {
        engine.remove(FILES, List.of("web"), line -> {});

        assertThat(drift(FILES)).containsExactly(new Drift.ContainerMissing("web"));
    }

    @Test
    void aContainerOfAServiceThatTheFilesLostIsExtra() throws EngineException {
        Topology fewer = Topology.of(
                "shop",
                List.copyOf(FILES.networks().values()),
                FILES.services().values().stream()
                        .filter(s -> !s.key().equals("web"))
                        .toList());

        assertThat(drift(fewer)).containsExactly(new Drift.ContainerExtra("shop-web-1", "web"));
    }

    @Test
    void aStoppedContainerIsTold() throws EngineException {
        engine.stop("shop-torrent-1", Duration.ZERO);

        assertThat(drift(FILES))
                .containsExactly(
                        new Drift.ContainerStopped("torrent", "shop-torrent-1", ObservedContainer.RunState.EXITED));
    }

    @Test
    void aMembershipTakenAwayIsMissing() throws EngineException {
        engine.disconnect("shop_back", "shop-web-1");

        assertThat(drift(FILES)).containsExactly(new Drift.MembershipMissing("web", "shop-web-1", "shop_back"));
    }

    @Test
    void aMembershipMadeByHandIsExtra() throws EngineException {
        engine.connect("shop_back", "shop-vpn-1", EndpointSpec.PLAIN);

        assertThat(drift(FILES)).containsExactly(new Drift.MembershipExtra("vpn", "shop-vpn-1", "shop_back"));
    }

    @Test
    void aReconnectWithoutAliasesLosesThem() throws EngineException {
        engine.disconnect("shop_front", "shop-web-1");
        engine.connect("shop_front", "shop-web-1", EndpointSpec.PLAIN);

        assertThat(drift(FILES))
                .containsExactly(new Drift.AliasesLost("web", "shop-web-1", "shop_front", List.of("web", "www")));
    }

    @Test
    void aRecreatedOwnerLeavesItsGuestBehind() throws EngineException {
        engine.remove(FILES, List.of("vpn"), line -> {});
        engine.up(FILES, List.of("vpn"), line -> {});

        assertThat(drift(FILES)).containsExactly(new Drift.NamespaceLost("torrent", "shop-torrent-1", "vpn"));
    }

    @Test
    void anotherSubnetInTheFilesIsTold() throws EngineException {
        Topology moved = FILES.withNetwork(network("back", "172.20.9.0/24"));

        assertThat(drift(moved))
                .containsExactly(new Drift.NetworkDiffers("shop_back", "subnet", "172.20.9.0/24", "172.20.1.0/24"));
    }

    @Test
    void aNetworkMadeByHandIsRefusedByCompose() throws EngineException {
        List<ObservedContainer> members = engine.observe().containers().stream()
                .filter(container -> container.endpoint("shop_front").isPresent())
                .toList();
        for (ObservedContainer member : members) {
            engine.disconnect("shop_front", member.id());
        }
        engine.removeNetwork("shop_front");
        engine.createNetwork(
                new NetworkSpec("shop_front", NetworkOptions.defaults(), List.of(Subnet.of("172.20.0.0/24"))));
        for (ObservedContainer member : members) {
            engine.connect(
                    "shop_front",
                    member.id(),
                    member.endpoint("shop_front").orElseThrow().asked());
        }

        assertThat(members).isNotEmpty();
        assertThat(drift(FILES)).containsExactly(new Drift.NetworkRefused("shop_front", "front", ""));
    }

    @Test
    void aNetworkThatNoServiceUsesIsNotMissed() throws EngineException {
        Topology more = FILES.withNetwork(network("spare", "172.20.5.0/24"));

        assertThat(drift(more)).isEmpty();
    }

    @Test
    void aDifferenceReadsAsASentence() {
        assertThat(new Drift.AliasesLost("web", "shop-web-1", "shop_front", List.of("web", "www")).sentence())
                .isEqualTo("Container shop-web-1 of service web is not found as web, www on network shop_front;"
                        + " recreate it.");
    }

    @Test
    void anImageThatWasPulledAnewWaits() throws EngineException {
        engine.pull("nginx", line -> {});

        assertThat(pending(Map.of(), Optional.empty()))
                .containsExactly(
                        new Drift.ImageMoved("torrent", "shop-torrent-1", "nginx"),
                        new Drift.ImageMoved("vpn", "shop-vpn-1", "nginx"),
                        new Drift.ImageMoved("web", "shop-web-1", "nginx"));
    }

    @Test
    void settingsThatWereEditedWait() throws EngineException {
        assertThat(pending(Map.of("web", "another"), Optional.empty()))
                .containsExactly(new Drift.SettingsDiffer("web", "shop-web-1", List.of()));
    }

    @Test
    void variablesThatWereEditedAreNamedWithoutTheirValues() throws EngineException {
        Service web = FILES.service("web").orElseThrow();
        Topology edited = FILES.withService(
                web.withContainer(web.container().withEnvironment(Map.of("DB_PASSWORD", "planted-password"))));

        List<Drift> found = Drift.between(
                edited,
                engine.observe(),
                new DriftFacts(
                        Path.of("/srv/shop"),
                        Set.of(Path.of("/srv/shop/compose.yml")),
                        Map.of(),
                        Map.of(),
                        Optional.of("Compose is not there.")));

        assertThat(found)
                .containsExactly(
                        new Drift.NotCompared("Compose is not there."),
                        new Drift.SettingsDiffer("web", "shop-web-1", List.of("DB_PASSWORD")));
        assertThat(found).extracting(Drift::sentence).noneMatch(sentence -> sentence.contains("planted"));
    }

    @Test
    void anotherDirectoryOfTheSameNameIsTold() throws EngineException {
        engine.createContainer(new NewContainer(
                "shop-web-2",
                "nginx",
                List.of(),
                Map.of(),
                Map.of(
                        ObservedContainer.PROJECT_LABEL, "shop",
                        ObservedContainer.SERVICE_LABEL, "web",
                        ObservedContainer.DIRECTORY_LABEL, "/srv/copy"),
                Optional.of("shop_front"),
                EndpointSpec.PLAIN));

        assertThat(pending(Map.of(), Optional.empty()))
                .contains(new Drift.DirectoryDiffers(List.of("shop-web-2"), "/srv/copy", "/srv/shop"));
    }

    @Test
    void aFileThatContainersWereMadeFromAndThatIsNotReadIsTold() throws EngineException {
        engine.createContainer(new NewContainer(
                "shop-web-2",
                "nginx",
                List.of(),
                Map.of(),
                Map.of(
                        ObservedContainer.PROJECT_LABEL, "shop",
                        ObservedContainer.SERVICE_LABEL, "web",
                        ObservedContainer.DIRECTORY_LABEL, "/srv/shop",
                        ObservedContainer.FILES_LABEL, "/srv/shop/compose.yml,/srv/shop/night.yml"),
                Optional.of("shop_front"),
                EndpointSpec.PLAIN));

        Drift found = pending(Map.of(), Optional.empty()).stream()
                .filter(Drift.FilesDiffer.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(found).isEqualTo(new Drift.FilesDiffer(List.of("shop-web-2"), List.of("/srv/shop/night.yml")));
        assertThat(found.sentence())
                .isEqualTo(
                        "shop-web-2 was made from /srv/shop/night.yml as well, which is not read here; name every file"
                                + " with -f, as Compose was given them.");
    }

    @Test
    void aContainerOfSomebodyElseOnANetworkOfTheProjectIsTold() throws EngineException {
        engine.createContainer(new NewContainer(
                "panel", "nginx", List.of(), Map.of(), Map.of(), Optional.of("shop_front"), EndpointSpec.PLAIN));

        assertThat(pending(Map.of(), Optional.empty()))
                .containsExactly(new Drift.ForeignContainer("panel", "shop_front"));
    }

    private List<Drift> pending(Map<String, String> hashes, Optional<String> unknown) throws EngineException {
        ObservedState now = engine.observe();
        Map<String, ObservedImage> images =
                Map.of("nginx", engine.image("nginx").orElseThrow());
        return Drift.between(
                FILES,
                now,
                new DriftFacts(
                        Path.of("/srv/shop"), Set.of(Path.of("/srv/shop/compose.yml")), hashes, images, unknown));
    }

    private List<Drift> drift(Topology files) throws EngineException {
        return Drift.between(files, engine.observe());
    }

    private static PracticeEngine started() {
        try {
            return PracticeEngine.running(FILES, PracticeTimer.immediate(Instant.EPOCH));
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    private static Network network(String key, String subnet) {
        return new Network(key, "shop_" + key, NetworkOptions.defaults(), List.of(Subnet.of(subnet)));
    }

    private static Attachment aliased(String network, String alias) {
        return Attachment.to(network).withAliases(List.of(alias));
    }

    private static Service service(String key, NetworkMode mode, Attachment... attachments) {
        return new Service(
                key, mode, List.of(attachments), List.of(), List.of(), List.of(), ContainerSpec.ofImage("nginx"));
    }
}
