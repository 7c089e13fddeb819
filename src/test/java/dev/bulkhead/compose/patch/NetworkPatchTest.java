package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.AddNetwork;
import dev.bulkhead.topology.edit.TopologyEdit.RemoveNetwork;
import dev.bulkhead.topology.edit.TopologyEdit.RenameNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkPatchTest {

    private static final Network X = new Network(
            "x", "app_x", NetworkOptions.defaults().withInternal(true), List.of(Subnet.of("172.20.1.0/24")));

    private static Network plain(String key) {
        return new Network(key, "app_" + key, NetworkOptions.defaults(), List.of());
    }

    private static Network external(String key) {
        return new Network(key, key, NetworkOptions.defaults().withExternal(true), List.of());
    }

    @Test
    void addsABlockInTheStyleOfTheOthers() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                            web:
                                image: nginx
                        networks:
                            a:
                                driver: bridge   # the usual
                                ipam:
                                    config:
                                    -   subnet: 10.0.0.0/24

                        volumes: {}
                        """).after(new AddNetwork(X))).isEqualTo("""
                        services:
                            web:
                                image: nginx
                        networks:
                            a:
                                driver: bridge   # the usual
                                ipam:
                                    config:
                                    -   subnet: 10.0.0.0/24
                            x:
                                internal: true
                                ipam:
                                    config:
                                    -   subnet: 172.20.1.0/24

                        volumes: {}
                        """);
    }

    @Test
    void writesThatANetworkHasNoIpv4() throws EditRejectedException {
        Network six = plain("six").withOptions(NetworkOptions.defaults().withFamilies(IpFamilies.IPV6));

        assertThat(Patched.compose("services: {web: {image: n}}\nnetworks:\n  a:\n")
                        .after(new AddNetwork(six)))
                .endsWith("  six:\n    enable_ipv4: false\n    enable_ipv6: true\n");
    }

    @Test
    void keepsTheBlankLinesBetweenNetworks() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services: {web: {image: n}}
                        networks:
                          a:

                          # the second
                          b:
                        """).after(new AddNetwork(external("x"))))
                .endsWith("  b:\n\n  x:\n    external: true\n");
    }

    @Test
    void writesTheFirstNetworkOfAFileAtItsEnd() throws EditRejectedException {
        assertThat(Patched.compose("services:\n  web:\n    image: n").after(new AddNetwork(plain("x"))))
                .isEqualTo("services:\n  web:\n    image: n\n\nnetworks:\n  x:");
    }

    @Test
    void writesNetworksOfAJsonFileAsJson() throws EditRejectedException {
        assertThat(Patched.compose("{\"services\": {\"web\": {\"image\": \"n\"}}}\n")
                        .after(new AddNetwork(X)))
                .isEqualTo("{\"services\": {\"web\": {\"image\": \"n\"}}, \"networks\": {\"x\": {\"internal\": true, "
                        + "\"ipam\": {\"config\": [{\"subnet\": \"172.20.1.0/24\"}]}}}}\n");
    }

    @Test
    void makesANewFileAndIncludesIt() throws EditRejectedException {
        String main = """
                # The stack.
                name: app

                # who
                services:
                  web:
                    image: n
                """;

        assertThat(Patched.compose(main).allAfter(new AddNetwork(X, Optional.of("networks.yml"))))
                .isEqualTo(Map.of("compose.yaml", """
                        # The stack.
                        name: app

                        include:
                          - networks.yml

                        # who
                        services:
                          web:
                            image: n
                        """, "networks.yml", """
                        # Networks of the project app; compose.yaml includes this file.
                        # Docker Compose manages them: it creates those that are missing, and docker compose down removes them.

                        networks:
                          x:
                            internal: true
                            ipam:
                              config:
                                - subnet: 172.20.1.0/24
                        """));
    }

    @Test
    void addsOneLineToAnIncludeThatIsThere() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml",
                "include:\n  - web.yml   # first\n  - path: db.yml\n\n# rest\nnetworks:\n  a:\n",
                "web.yml",
                "services: {web: {image: n}}\n",
                "db.yml",
                "services: {db: {image: n}}\n");

        assertThat(Patched.files(files)
                        .allAfter(new AddNetwork(plain("x"), Optional.of("networks.yml")))
                        .get("compose.yaml"))
                .isEqualTo(
                        "include:\n  - web.yml   # first\n  - path: db.yml\n  - networks.yml\n\n# rest\nnetworks:\n  a:\n");
    }

    @Test
    void removesANetworkAndNothingElse() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services: {web: {image: n}}
                        networks:
                          a:   # first
                          x:
                            driver_opts: {com.docker.network.bridge.name: br-x}

                          b:
                        """).after(new RemoveNetwork("x"))).isEqualTo("""
                        services: {web: {image: n}}
                        networks:
                          a:   # first

                          b:
                        """);
    }

    @Test
    void removesWhatAddingWrote() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n";
        String added = Patched.compose(text).after(new AddNetwork(X));

        assertThat(Patched.compose(added).after(new RemoveNetwork("x"))).isEqualTo(text);
    }

    @Test
    void leavesAFileOfOneNetworkWithAnEmptyBlock() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml", "include: [networks.yml]\nservices: {web: {image: n}}\n",
                "networks.yml", "# ours\nnetworks:\n  # the only one\n  x:\n");

        assertThat(Patched.files(files).allAfter(new RemoveNetwork("x")))
                .isEqualTo(Map.of("networks.yml", "# ours\nnetworks: {}\n  # the only one\n"));
    }

    @Test
    void refusesToRemoveANetworkWithMembers() {
        assertThat(Patched.compose("services: {web: {image: n, networks: [x]}}\nnetworks: {x: }\n")
                        .refusal(new RemoveNetwork("x")))
                .isEqualTo("Network x still has members (web); detach them before removing it.");
    }

    @Test
    void renamesTheDeclarationAndEveryMembership() throws EditRejectedException {
        Map<String, String> files = Map.of("compose.yaml", """
                include: [db.yml]
                services:
                  web:
                    image: n
                    networks:
                      - "a"   # ours
                      - b
                networks:
                  "a":
                    driver: bridge
                  b:
                """, "db.yml", """
                services:
                  db:
                    image: n
                    networks:
                      a: {aliases: [a]}
                networks:
                  a:
                    driver: bridge
                """);

        assertThat(Patched.files(files).allAfter(new RenameNetwork("a", "edge")))
                .isEqualTo(Map.of(
                        "compose.yaml",
                        files.getOrDefault("compose.yaml", "").replace("\"a\"", "\"edge\""),
                        "db.yml",
                        files.getOrDefault("db.yml", "").replace("  a:", "  edge:")));
    }

    @Test
    void keepsTheRealNameOfAnExternalNetwork() throws EditRejectedException {
        assertThat(Patched.compose("services: {web: {image: n, networks: [a]}}\nnetworks:\n  a:\n    external: true\n")
                        .after(new RenameNetwork("a", "edge")))
                .isEqualTo("""
                        services: {web: {image: n, networks: [edge]}}
                        networks:
                          edge:
                            external: true
                            name: a
                        """);
    }

    @Test
    void renamesTheDefaultOfAVariable() throws EditRejectedException {
        assertThat(Patched.compose(
                                "services: {web: {image: n, networks: [\"${NET:-a}\"]}}\nnetworks:\n  a:\n    name: shared\n")
                        .after(new RenameNetwork("a", "edge")))
                .isEqualTo(
                        "services: {web: {image: n, networks: [\"${NET:-edge}\"]}}\nnetworks:\n  edge:\n    name: shared\n");
    }
}
