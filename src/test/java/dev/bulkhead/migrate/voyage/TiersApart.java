package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Rules between tiers as packet rules of a real host: what {@code only} refuses is refused at published ports of the host and, where
 * the kernel shows packet rules what bridges carry, on a network that both stand on, by who begins; what it allows passes.
 */
abstract class TiersApart {

    private static final String COMPOSE = """
            name: tiers
            services:
              app:
                image: nginx:1.29
                container_name: app
                ports: ["3000:80"]
                networks: [apps]
              model:
                image: nginx:1.29
                container_name: model
                networks: [apps, ai]
              store:
                image: postgres:17
                container_name: store
                ports: ["6333:80"]
                networks: [ai, data]
              watcher:
                image: nginx:1.29
                container_name: watcher
                networks: [data]
            networks:
              apps: {ipam: {config: [{subnet: 172.30.2.0/24}]}}
              ai: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
              data: {ipam: {config: [{subnet: 172.30.3.0/24}]}}
            """;

    private static final String RULES = """
            version: 1
            rules:
              - only: model, watcher, host -> store
              - only: app, watcher, host -> model
              - only: lan, host, model -> app
            """;

    private static final String HOST = "198.18.0.1";

    private final PrivateEngine engine;
    private final WalledHost host;

    TiersApart(PrivateEngine engine) {
        this.engine = engine;
        this.host = new WalledHost(engine);
    }

    private SampleStack up() throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("tiers"), "tiers");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Files.writeString(directory.resolve("bulkhead.yml"), RULES);
        StandInImages.provide(engine, "nginx:1.29", "postgres:17");
        SampleStack stack = new SampleStack(engine, directory, WalledHost.programs());
        new VoyageProject(stack).start(0);
        return stack;
    }

    private void bridged(boolean shown) throws Exception {
        for (String program : List.of("iptables", "ip6tables")) {
            host.run("sysctl", "-w", "net.bridge.bridge-nf-call-" + program + "=" + (shown ? 1 : 0));
        }
    }

    /** What flows may take a moment after a start. */
    private static void expect(Callable<Boolean> question) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(question);
    }

    private static void expect(Commands.Output output, String... sentences) {
        assertThat(output.output()).contains(sentences);
        assertThat(output.exitCode()).isZero();
    }

    private void expectAllowed() {
        expect(() -> host.reaches("app", "model", 80));
        expect(() -> host.reaches("model", "app", 80));
        expect(() -> host.reaches("model", "store", 80));
        expect(() -> host.reaches("watcher", "store", 80));
        expect(() -> host.reaches("watcher", HOST, 6333));
        expect(() -> host.fromWorld(HOST, 3000));
        expect(() -> host.fromHost("127.0.0.1", 6333));
        expect(() -> host.fromHost("172.30.3.1", 6333));
    }

    private void expectOpen() {
        expectAllowed();
        expect(() -> host.reaches("app", HOST, 6333));
        expect(() -> host.fromWorld(HOST, 6333));
        expect(() -> host.reaches("watcher", HOST, 3000));
        expect(() -> host.reaches("store", "model", 80));
    }

    private void expectApart(boolean onOneNetwork) throws Exception {
        expectAllowed();
        assertThat(host.reaches("app", HOST, 6333)).isFalse();
        assertThat(host.reaches("app", "172.30.2.1", 6333)).isFalse();
        assertThat(host.fromWorld(HOST, 6333)).isFalse();
        assertThat(host.reaches("watcher", HOST, 3000)).isFalse();
        assertThat(host.reaches("store", "model", 80)).isEqualTo(!onOneNetwork);
    }

    @Test
    void onlyTheseReachTheTierAndNothingIsLeftBehind() throws Exception {
        SampleStack stack = up();
        try {
            ProgramOnHost program = new ProgramOnHost(stack);
            for (String with : List.of("iptables", "nftables")) {
                // programs keep the empty chains that they make at their first use
                expect(program.run("firewall", "--install", "--with", with), "Installed with " + with + ": ");
                expect(program.run("firewall", "--remove"), "Removed.");
                String before = host.rules();
                bridged(true);
                expectOpen();

                expect(program.run("firewall", "--install", "--with", with), "Installed with " + with + ": ");
                expectApart(true);
                assertThat(program.run("firewall").output()).doesNotContain("Between members of one network");
                bridged(false);
                expectApart(false);
                expect(
                        program.run("firewall"),
                        "Between members of one network nothing is stopped on tiers_ai: ",
                        "net.bridge.bridge-nf-call-iptables is not 1");

                expect(program.run("firewall", "--remove"), "Removed.");
                assertThat(host.rules()).isEqualTo(before).doesNotContain("BH-", "BI-", "bulkhead");
                expectOpen();
            }
        } finally {
            stack.compose("down", "--remove-orphans", "-v");
        }
    }
}
