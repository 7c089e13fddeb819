package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the machine of an engine tells of it, as the program reads it there, against packets that are sent. */
abstract class MachineTruth {

    private static final String COMPOSE = """
            name: shop
            services:
              web: {image: "nginx:1.29", networks: [front], ports: ["8080:80"]}
              page: {image: "nginx:1.29", networks: [front]}
              db: {image: "nginx:1.29", networks: [back]}
            networks:
              front: {ipam: {config: [{subnet: 198.19.60.0/24}]}}
              back: {ipam: {config: [{subnet: 198.19.61.0/24}]}}
            """;

    private static final String WORLD = "1.1.1.1";
    private static final String HOST = "198.18.0.1";

    private final PrivateEngine engine;

    MachineTruth(PrivateEngine engine) {
        this.engine = engine;
    }

    /** A shop that runs. */
    private static final class Shop implements AutoCloseable {

        private final PrivateEngine engine;
        private final SampleStack stack;

        Shop(PrivateEngine engine) throws Exception {
            this.engine = engine;
            Path directory = Files.createTempDirectory(engine.folder("machine"), "shop");
            Files.writeString(directory.resolve("compose.yml"), COMPOSE);
            StandInImages.provide(engine, "nginx:1.29");
            Path nft = ProgramImages.program("nft");
            stack = new SampleStack(
                    engine,
                    directory,
                    Map.of(
                            "PATH",
                            nft.getParent() + ":" + System.getenv("PATH"),
                            "LD_LIBRARY_PATH",
                            ProgramImages.program("lib").toString()));
            stack.compose("up", "-d");
        }

        @Override
        public void close() throws IOException {
            stack.compose("down", "-v");
        }

        /** Every pair with its verdict and reason, and what was said beside. */
        Map<String, String> verdicts() throws Exception {
            Commands.Output output = new ProgramOnHost(stack).run("reach", "--live", "--matrix", "--format", "csv");
            assertThat(output.exitCode()).as(output.output()).isZero();
            Map<String, String> verdicts = new HashMap<>();
            List<String> beside = new ArrayList<>();
            for (String line : output.output().lines().toList()) {
                String[] cells = line.split(",", -1);
                if (cells.length >= 7) {
                    verdicts.put(cells[0] + " " + cells[1], cells[2] + " " + cells[3]);
                } else {
                    beside.add(line);
                }
            }
            verdicts.put("beside", String.join("\n", beside));
            return verdicts;
        }

        void host(String... command) throws Exception {
            List<String> words = new ArrayList<>(List.of("env"));
            stack.environment().forEach((name, value) -> words.add(name + "=" + value));
            words.addAll(List.of(command));
            Commands.Output output = engine.inNetwork(words.toArray(String[]::new));
            assertThat(output.exitCode()).as(output.output()).isZero();
        }

        boolean reaches(String service, String address, int port) throws Exception {
            return engine.docker(
                            "exec",
                            "shop-" + service + "-1",
                            "sh",
                            "-c",
                            "nc -w 2 " + address + " " + port + " </dev/null >/dev/null 2>&1; echo ended $?")
                    .strip()
                    .equals("ended 0");
        }

        boolean fromWorld(int port) throws Exception {
            return engine.inWorld("busybox", "nc", "-w", "2", HOST, Integer.toString(port), "-e", "true")
                            .exitCode()
                    == 0;
        }

        String address(String service) throws Exception {
            return engine.docker(
                            "inspect",
                            "-f",
                            "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
                            "shop-" + service + "-1")
                    .strip();
        }
    }

    @Test
    void rulesOfTheHostBesideTheEnginesAreSeen() throws Exception {
        try (Shop shop = new Shop(engine)) {
            Map<String, String> usual = shop.verdicts();
            assertThat(usual)
                    .containsEntry("web internet", "reachable EGRESS")
                    .containsEntry("lan web", "reachable PUBLISHED_VIA_HOST")
                    .containsEntry("db web", "reachable PUBLISHED_VIA_HOST")
                    .containsEntry("web db", "blocked NO_SHARED_NETWORK")
                    .containsEntry("web page", "reachable SHARED_NETWORK")
                    .containsEntry("web host", "reachable HOST_BRIDGE");
            assertThat(usual.get("beside"))
                    .doesNotContain("Assumed of the engine")
                    .doesNotContain("were not read");
            assertThat(shop.reaches("web", WORLD, 80)).isTrue();
            assertThat(shop.fromWorld(8080)).isTrue();

            // What the policy drops the engine's rules have accepted before.
            shop.host("iptables", "-P", "FORWARD", "DROP");
            assertThat(shop.verdicts()).isEqualTo(usual);
            assertThat(shop.reaches("web", WORLD, 80)).isTrue();

            shop.host("iptables", "-I", "DOCKER-USER", "-s", "198.19.60.0/24", "-o", "outside", "-j", "DROP");
            Map<String, String> dropped = shop.verdicts();
            assertThat(dropped)
                    .containsEntry("web internet", "blocked NOT_FORWARDED")
                    .containsEntry("db internet", "reachable EGRESS")
                    .containsEntry("web page", "reachable SHARED_NETWORK");
            assertThat(shop.reaches("web", WORLD, 80)).isFalse();
            assertThat(shop.reaches("db", WORLD, 80)).isTrue();
            // Its answers are dropped too.
            assertThat(dropped.get("lan web")).isEqualTo("unknown HOST_RULES");
            assertThat(shop.fromWorld(8080)).isFalse();
            shop.host("iptables", "-D", "DOCKER-USER", "-s", "198.19.60.0/24", "-o", "outside", "-j", "DROP");

            shop.host("iptables", "-I", "DOCKER-USER", "-s", "198.19.60.0/24", "-d", "198.19.61.0/24", "-j", "ACCEPT");
            shop.host("iptables", "-I", "DOCKER-USER", "-d", "198.19.60.0/24", "-s", "198.19.61.0/24", "-j", "ACCEPT");
            assertThat(shop.verdicts().get("web db")).isEqualTo("unknown HOST_RULES");
            if (engine.release() == EngineRelease.DEBIAN_12) {
                assertThat(shop.reaches("web", shop.address("db"), 80)).isTrue();
            }
            shop.host("iptables", "-D", "DOCKER-USER", "-s", "198.19.60.0/24", "-d", "198.19.61.0/24", "-j", "ACCEPT");
            shop.host("iptables", "-D", "DOCKER-USER", "-d", "198.19.60.0/24", "-s", "198.19.61.0/24", "-j", "ACCEPT");

            shop.host("iptables", "-A", "INPUT", "-i", "br-+", "-p", "tcp", "-j", "DROP");
            Map<String, String> shut = shop.verdicts();
            assertThat(shut)
                    .containsEntry("db web", "unknown HOST_RULES")
                    .containsEntry("web host", "unknown HOST_RULES")
                    .containsEntry("host web", "unknown HOST_RULES")
                    .containsEntry("lan web", "reachable PUBLISHED_VIA_HOST");
            assertThat(shop.reaches("db", HOST, 8080)).isFalse();
            assertThat(shop.fromWorld(8080)).isTrue();
            shop.host("iptables", "-D", "INPUT", "-i", "br-+", "-p", "tcp", "-j", "DROP");

            assertThat(shop.verdicts()).isEqualTo(usual);
        }
    }

    @Test
    void tablesOfNftablesAreSeen() throws Exception {
        try (Shop shop = new Shop(engine)) {
            shop.host("nft", "add", "table", "inet", "walls");
            shop.host("nft", "add chain inet walls through { type filter hook forward priority 0; policy drop; }");
            shop.host("nft", "add rule inet walls through ct state established,related accept");
            shop.host("nft", "add rule inet walls through ip saddr 198.19.61.0/24 accept");
            Map<String, String> verdicts = shop.verdicts();
            assertThat(verdicts)
                    .containsEntry("web internet", "blocked NOT_FORWARDED")
                    .containsEntry("db internet", "reachable EGRESS")
                    .containsEntry("lan web", "unknown HOST_RULES")
                    .containsEntry("db web", "reachable PUBLISHED_VIA_HOST");
            assertThat(shop.reaches("web", WORLD, 80)).isFalse();
            assertThat(shop.reaches("db", WORLD, 80)).isTrue();
            assertThat(shop.fromWorld(8080)).isFalse();
            assertThat(shop.reaches("db", HOST, 8080)).isTrue();
            shop.host("nft", "delete", "table", "inet", "walls");
        }
    }

    @Test
    void settingsThatNobodyToldAreSeenByProcessesAndChains() throws Exception {
        try (PrivateEngine other =
                        PrivateEngine.start(engine.release(), "{\"userland-proxy\": false, \"iptables\": false}");
                Shop shop = new Shop(other)) {
            Map<String, String> verdicts = shop.verdicts();
            assertThat(verdicts)
                    .containsEntry("web db", "reachable NO_PACKET_RULES")
                    .containsEntry("web internet", "unknown ROUTE_UNKNOWN")
                    .containsEntry("lan web", "unknown ROUTE_UNKNOWN");
            assertThat(verdicts.get("beside")).doesNotContain("Assumed of the engine");
            assertThat(shop.reaches("web", shop.address("db"), 80)).isTrue();

            shop.host("iptables", "-P", "FORWARD", "DROP");
            Map<String, String> dropped = shop.verdicts();
            assertThat(dropped)
                    .containsEntry("web internet", "blocked NOT_FORWARDED")
                    .containsEntry("lan web", "blocked NOT_FORWARDED");
            assertThat(dropped.get("web db")).startsWith("blocked ");
            assertThat(shop.reaches("web", shop.address("db"), 80)).isFalse();
        }
        try (PrivateEngine other = PrivateEngine.start(engine.release(), "{\"userland-proxy\": false}");
                Shop shop = new Shop(other)) {
            assertThat(shop.verdicts())
                    .containsEntry("db web", "blocked USERLAND_PROXY_OFF")
                    .containsEntry("lan web", "reachable PUBLISHED_VIA_HOST");
            assertThat(shop.reaches("db", HOST, 8080)).isFalse();
            assertThat(shop.fromWorld(8080)).isTrue();
        }
    }
}
