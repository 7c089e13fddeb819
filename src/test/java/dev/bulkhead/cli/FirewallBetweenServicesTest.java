package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packet rules that keep services of a project apart, as the command shows them; nothing is changed. */
class FirewallBetweenServicesTest {

    @TempDir
    private Path project;

    @BeforeEach
    void tiers() throws Exception {
        Files.writeString(project.resolve("compose.yml"), """
                name: tiers
                services:
                  app: {image: "nginx:1.29", ports: ["3000:80", "127.0.0.1:3001:81"], networks: [apps]}
                  model: {image: "nginx:1.29", networks: [apps, ai]}
                  store: {image: "postgres:17", ports: ["6333:80"], networks: [ai, data]}
                  sidecar: {image: "nginx:1.29", network_mode: "service:store"}
                networks:
                  apps: {ipam: {config: [{subnet: 172.30.2.0/24}]}}
                  ai: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
                  data: {enable_ipv6: true, ipam: {config: [{subnet: 172.30.3.0/24}, {subnet: "fd00:3::/64"}]}}
                """);
    }

    private String shown(String rules, String... more) throws Exception {
        Files.writeString(project.resolve("bulkhead.yml"), "version: 1\nrules:\n" + rules);
        String[] words = new String[4 + more.length];
        words[0] = "firewall";
        words[1] = project.toString();
        words[2] = "--engine";
        words[3] = "practice";
        System.arraycopy(more, 0, words, 4, more.length);
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.FINE);
        return run.out();
    }

    @Test
    void whoMustNotReachAServiceIsDroppedOnTheWayToItAndAtItsPortsOfTheHost() throws Exception {
        assertThat(shown("  - must-not: app -> store\n  - must-not: app -> sidecar\n")
                        .lines())
                .contains(
                        "-A BH-tiers -s 172.30.2.2 -d 172.30.3.0/24,172.30.1.3 -j DROP",
                        "-A BI-tiers -i lo -j RETURN",
                        "-A BI-tiers -s 172.30.2.2 -p tcp -m conntrack --ctorigdstport 6333 --ctdir ORIGINAL -j DROP",
                        "iptables -w -C INPUT -j BI-tiers 2>/dev/null || iptables -w -I INPUT -j BI-tiers");
    }

    @Test
    void whoeverSharesANamespaceIsReachedWithItSoThatAllOfThemHaveToBeForbidden() throws Exception {
        assertThat(shown("  - must-not: app -> store\n"))
                .isEqualTo("No rule of bulkhead.yml forbids what packet rules could stop, so none follows.\n");
    }

    @Test
    void thoseWhoAloneMayComeArePassedByAndPortsOfLoopbackAreNobodysWay() throws Exception {
        assertThat(shown("  - only: lan, host, model -> app\n", "--with", "nftables")
                        .lines())
                .contains(
                        "    ip saddr { 172.30.3.0/24, 172.30.1.3 } ip daddr 172.30.2.2 drop",
                        "    ip saddr { 172.30.3.0/24, 172.30.1.3 } meta l4proto tcp ct direction original ct original"
                                + " proto-dst 3000 drop")
                .noneMatch(line -> line.contains("3001") || line.contains("172.30.2.3"));
    }

    @Test
    void aRuleThatWaitsForAnIterationGivesNoPacketRuleBeforeIt() throws Exception {
        assertThat(shown("  - only: model -> app\n    after: 1\n"))
                .isEqualTo("No rule of bulkhead.yml forbids what packet rules could stop, so none follows.\n");
    }

    @Test
    void whatIsDroppedBetweenServicesIsLoggedByTheLineOfTheRule() throws Exception {
        assertThat(shown("  - only: lan, host, model -> app\n", "--log").lines())
                .anyMatch(line -> line.startsWith("-A BI-tiers -s ")
                        && line.endsWith("-j LOG --log-level info --log-prefix \"BH-tiers:3 \""));
    }
}
