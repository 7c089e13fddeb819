package dev.bulkhead.check.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reaches whom once a project is a stack. */
class StackReachTest {

    @TempDir
    private Path folder;

    private List<String> messages(String file) throws Exception {
        return StackCheckTest.findings(folder, Map.of("compose.yaml", file)).stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void aPortOnTheLoopbackAddressOpensToTheLan() throws Exception {
        assertThat(messages("""
                        services:
                          db:
                            image: postgres:17
                            ports: ["127.0.0.1:5432:5432"]
                        """))
                .contains(
                        "A stack changes ports of the service db: 127.0.0.1:5432/tcp is published on 0.0.0.0 of every host,"
                                + " not on 127.0.0.1 alone; it opens lan -> db.",
                        "As a stack the project opens lan -> db (1 pair in all).");
    }

    @Test
    void aPortOfAServiceOnInternalNetworksOpensToTheLanAndGivesAWayOut() throws Exception {
        assertThat(messages("""
                        services:
                          db:
                            image: postgres:17
                            ports: ["5432:5432"]
                            networks: [inner]
                        networks:
                          inner: {internal: true}
                        """))
                .contains(
                        "A stack changes ports of the service db: Compose publishes nothing of a service on internal networks"
                                + " only, and a stack does so over the swarm's network ingress; it opens lan -> db; db -> internet, lan.");
    }

    @Test
    void aServiceWithoutANetworkGetsOneWithAWayOut() throws Exception {
        assertThat(messages("""
                        services:
                          vault:
                            image: bb:1
                            network_mode: none
                          web:
                            image: bb:1
                        """))
                .contains(
                        "A stack drops network_mode of the service vault: the service, which is to have no network, joins the"
                                + " stack's default network; it opens host -> vault; vault -> internet, lan, host and 1 more; web -> vault.");
    }

    @Test
    void optionsOfBridgesKeepNobodyApartAnyMore() throws Exception {
        assertThat(messages("""
                        services:
                          a: {image: "bb:1", networks: [n]}
                          b: {image: "bb:1", networks: [n]}
                        networks:
                          n:
                            driver_opts: {com.docker.network.bridge.enable_icc: "false"}
                        """))
                .anyMatch(message -> message.startsWith("A stack drops driver_opts")
                        && message.endsWith("it opens a -> b; b -> a."));
    }

    @Test
    void membersOfAnInternalNetworkAndTheHostNoLongerReachEachOther() throws Exception {
        assertThat(messages("""
                        services:
                          a: {image: "bb:1", networks: [n]}
                        networks:
                          n: {internal: true}
                        """)).contains("As a stack the project closes host -> a; a -> host (2 pairs in all).");
    }

    @Test
    void aPortThatOnlyItsOwnHostPublishesGivesNoWayOutOfInternalNetworks() throws Exception {
        assertThat(messages("""
                        services:
                          db:
                            image: postgres:17
                            ports: [{target: 5432, published: 5432, mode: host}]
                            networks: [inner]
                        networks:
                          inner: {internal: true}
                        """)).noneMatch(message -> message.contains("opens"));
    }
}
