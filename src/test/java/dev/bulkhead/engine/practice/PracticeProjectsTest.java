package dev.bulkhead.engine.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.ManualTimer;
import dev.bulkhead.topology.Subnet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects as people have them, which run on their engines, run on the practice engine too. */
class PracticeProjectsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aProjectWithMoreNetworksThanTheDefaultPoolsHoldRuns() throws Exception {
        String services = IntStream.range(0, 45)
                .mapToObj("  s%1$d:\n    image: nginx\n    networks: [n%1$d]\n"::formatted)
                .collect(Collectors.joining());
        String networks = IntStream.range(0, 45).mapToObj("  n%d:\n"::formatted).collect(Collectors.joining());

        try (PracticeEngine engine = running("services:\n" + services + "networks:\n" + networks)) {
            assertThat(engine.observe().networks().stream()
                            .flatMap(network -> network.subnets().stream())
                            .map(Subnet::subnet)
                            .distinct())
                    .hasSize(46);
            assertThat(engine.observe().containers())
                    .allMatch(
                            container -> container.endpoints().getFirst().ipv4().isPresent());
        }
    }

    @Test
    void anExternalNetworkHasTheSubnetInWhichTheFixedAddressesOfItsMembersLie() throws Exception {
        String files = """
                services:
                  proxy:
                    image: traefik
                    networks:
                      lan:
                        ipv4_address: 10.5.0.1
                  dns:
                    image: pihole/pihole
                    networks:
                      lan:
                        ipv4_address: 10.5.3.53
                        ipv6_address: 2001:db8:5::53
                  web:
                    image: nginx
                    networks: [lan]
                networks:
                  lan:
                    external: true
                    name: home-lan
                """;

        try (PracticeEngine engine = running(files)) {
            ObservedNetwork lan = engine.observe().network("home-lan").orElseThrow();
            assertThat(lan.subnets().stream().map(Subnet::subnet))
                    .containsExactly(Optional.of("10.5.0.0/22"), Optional.of("2001:db8:5::/64"));
            assertThat(engine.observe().containers().stream()
                            .map(container -> container.name() + " "
                                    + container.endpoints().getFirst().ipv4().orElse("none")))
                    .containsExactlyInAnyOrder("shop-proxy-1 10.5.0.1", "shop-dns-1 10.5.3.53", "shop-web-1 10.5.0.3");
        }
    }

    private PracticeEngine running(String files) throws IOException, ComposeException, EngineException {
        Path file = Files.writeString(folder.resolve("compose.yml"), "name: shop\n" + files);
        return PracticeEngine.running(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(file))
                        .topology(),
                new ManualTimer());
    }
}
