package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The firewall of the host on a real engine, with real packets: what must be blocked is, what must flow flows, also for containers
 * that were made anew with other addresses, and nothing is left behind.
 */
abstract class FirewalledShop {

    private static final String COMPOSE = """
            name: walled-shop
            services:
              web:
                image: nginx:1.29
                container_name: web
                ports: ["8000:80"]
                networks: [front, back]
              page:
                image: nginx:1.29
                container_name: page
                ports: ["9000:80", "8100:80"]
                networks: [front]
              store:
                image: postgres:17
                container_name: store
                networks: [inner, back]
            networks:
              front: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
              back: {enable_ipv6: true, ipam: {config: [{subnet: 172.30.2.0/24}, {subnet: "2001:2:0:3::/64"}]}}
              inner: {internal: true, ipam: {config: [{subnet: 172.30.3.0/24}]}}
            """;

    private static final String RULES = """
            version: 1
            rules:
              - must-not: store -> internet
              - must-not: store -> lan
              - must: web -> store:80
            exposure:
              allow-published: [9000/tcp]
            """;

    private static final Pattern LOGGED = Pattern.compile("(?:^\\[|counter packets )(\\d+)");

    private static final String HOST = "198.18.0.1";
    private static final String HOST_6 = "2001:2::1";
    private static final String WORLD = "198.18.0.2";
    private static final String WORLD_6 = "2001:2::2";

    private final PrivateEngine engine;
    private final WalledHost host;

    FirewalledShop(PrivateEngine engine) {
        this.engine = engine;
        this.host = new WalledHost(engine);
    }

    /** A shop that runs, and the program on its host. */
    private record Open(SampleStack stack, ProgramOnHost program) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stack.compose("down", "--remove-orphans", "-v");
        }
    }

    private Open open() throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("walled"), "shop");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Files.writeString(directory.resolve("bulkhead.yml"), RULES);
        StandInImages.provide(engine, "nginx:1.29", "postgres:17");
        SampleStack stack = new SampleStack(engine, directory, WalledHost.programs());
        new VoyageProject(stack).start(0);
        // The way back for a network whose addresses an old engine does not translate.
        engine.inWorld("ip", "-6", "route", "replace", "2001:2:0:3::/64", "via", HOST_6);
        return new Open(stack, new ProgramOnHost(stack));
    }

    /** How many packets the kernel's log was told of, by the word of each program; all of the rules that tell it, or of one. */
    private long logged(String by) throws Exception {
        return Stream.of(
                        host.run("iptables-save", "-c"),
                        host.run("ip6tables-save", "-c"),
                        host.run("nft", "list", "ruleset"))
                .flatMap(String::lines)
                .filter(line -> line.contains("BH-walled-shop:" + by))
                .map(LOGGED::matcher)
                .filter(Matcher::find)
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    /** What is refused is logged, by the line of the rule that refuses it, and what is allowed is not. */
    private void expectLogged() throws Exception {
        long before = logged("");
        assertThat(host.reaches("web", WORLD, 80)).isTrue();
        assertThat(host.reaches("web", "store", 80)).isTrue();
        assertThat(host.fromWorld(HOST, 9000)).isTrue();
        assertThat(logged("")).isEqualTo(before);

        long outward = logged("3 ");
        assertThat(host.reaches("store", WORLD, 80)).isFalse();
        assertThat(logged("3 ")).isGreaterThan(outward);
        long inward = logged("ports ");
        assertThat(host.fromWorld(HOST, 8000)).isFalse();
        assertThat(logged("ports ")).isGreaterThan(inward);
    }

    private static void expect(Commands.Output output, int code, String sentence) {
        assertThat(output.output()).contains(sentence);
        assertThat(output.exitCode()).isEqualTo(code);
    }

    /** The store gets another address: its own is taken when it comes back. */
    private void makeStoreAnew(Open shop) throws Exception {
        String before = address();
        shop.stack().compose("rm", "-s", "-f", "store");
        engine.docker("run", "-d", "--name", "taker", "--network", "walled-shop_back", "nginx:1.29");
        shop.stack().compose("up", "-d", "store");
        engine.docker("rm", "-f", "taker");
        assertThat(address()).isNotEqualTo(before);
    }

    private String address() throws Exception {
        return engine.docker(
                "inspect", "-f", "{{(index .NetworkSettings.Networks \"walled-shop_back\").IPAddress}}", "store");
    }

    /** What flows may take a moment after a start. */
    private static void expectFlows(Callable<Boolean> question) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(question);
    }

    private void expectOpen() {
        expectFlows(() -> host.reaches("store", WORLD, 80));
        expectFlows(() -> host.reaches("store", WORLD_6, 80));
        for (String address : List.of(HOST, HOST_6)) {
            expectFlows(() -> host.fromWorld(address, 8000));
            expectFlows(() -> host.fromWorld(address, 8100));
        }
    }

    private void expectBlockedAndFlowing() throws Exception {
        assertThat(host.reaches("store", WORLD, 80)).isFalse();
        assertThat(host.reaches("store", WORLD_6, 80)).isFalse();
        for (String address : List.of(HOST, HOST_6)) {
            assertThat(host.fromWorld(address, 8000)).isFalse();
            assertThat(host.fromWorld(address, 8100)).isFalse();
            expectFlows(() -> host.fromWorld(address, 9000));
        }
        expectFlows(() -> host.reaches("web", WORLD, 80));
        expectFlows(() -> host.reaches("web", WORLD_6, 80));
        expectFlows(() -> host.reaches("web", "store", 80));
    }

    private void removed(Open shop) throws Exception {
        expect(shop.program().run("firewall", "--remove"), 0, "Removed.");
        assertThat(host.rules()).doesNotContain("BH-", "BI-", "bulkhead");
    }

    @Test
    void withIptablesWhatMustBeBlockedIsAlsoAfterARefreshAndNothingIsLeftBehind() throws Exception {
        try (Open shop = open()) {
            // ip6tables keeps the empty chains that it makes at its first use, which an old engine never makes of it.
            for (String chain : List.of("INPUT", "FORWARD")) {
                engine.inNetwork("ip6tables", "-A", chain, "-j", "ACCEPT");
                engine.inNetwork("ip6tables", "-D", chain, "-j", "ACCEPT");
            }
            String before = host.rules();
            expectOpen();
            expect(
                    shop.program().run(List.of("setpriv", "--bounding-set", "-net_admin"), "firewall", "--install"),
                    2,
                    "Packet rules are changed by root alone; run the same with sudo");
            assertThat(host.rules()).isEqualTo(before);

            expect(shop.program().run("firewall", "--install"), 0, "By the addresses of now: store;");
            expectBlockedAndFlowing();
            String installed = host.rules();
            expect(shop.program().run("firewall", "--install"), 0, "Installed with iptables: ");
            assertThat(host.rules()).isEqualTo(installed);
            removed(shop);
            assertThat(host.rules()).isEqualTo(before);

            expect(shop.program().run("firewall", "--install", "--log"), 0, "the kernel's log tells of what they drop");
            expectLogged();
            makeStoreAnew(shop);
            expectFlows(() -> host.reaches("store", WORLD, 80));
            expect(shop.program().run("firewall", "--refresh"), 0, "Installed with iptables: ");
            expectBlockedAndFlowing();
            expectLogged();
            expect(shop.program().run("firewall"), 0, "It is installed.");

            removed(shop);
            expectOpen();
        }
    }

    final void followWithNftables() throws Exception {
        try (Open shop = open()) {
            String before = host.rules();
            expectOpen();
            expect(shop.program().run("firewall", "--install", "--with", "nftables"), 0, "Installed with nftables: ");
            removed(shop);
            assertThat(host.rules()).isEqualTo(before);

            Path said = Files.createTempFile(shop.stack().directory(), "said", ".txt");
            Process follows = shop.program().start(said, "firewall", "--follow", "--log", "--with", "nftables");
            try {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(Files.readString(said)).contains("Installed with nftables: "));
                expectBlockedAndFlowing();
                expectLogged();

                makeStoreAnew(shop);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .untilAsserted(() ->
                                assertThat(host.reaches("store", WORLD, 80)).isFalse());
                expectBlockedAndFlowing();
            } finally {
                follows.destroy();
                follows.waitFor();
            }
            assertThat(host.reaches("store", WORLD, 80)).isFalse();

            removed(shop);
        }
    }
}
