package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packet rules of the host that follow from the operator's rules, as the command shows them; nothing is changed. */
class FirewallCommandTest {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String NOBODY = "CapEff:\t0000000000000000\n";

    @TempDir
    private Path project;

    @BeforeEach
    void shop() throws Exception {
        Files.writeString(project.resolve("compose.yml"), """
                name: walled-shop
                services:
                  web: {image: "nginx:1.29", ports: ["8000:80", "127.0.0.1:8001:81"], networks: [front, back]}
                  page: {image: "nginx:1.29", ports: ["9000:80", "0.0.0.0:7000-7002:7000-7002/udp"], networks: [front]}
                  store: {image: "postgres:17", networks: [inner, back]}
                networks:
                  front: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
                  back: {ipam: {config: [{subnet: 172.30.2.0/24}]}}
                  inner: {enable_ipv6: true, ipam: {config: [{subnet: 172.30.3.0/24}, {subnet: "fd00:3::/64"}]}}
                """);
    }

    private CommandLineRun run(String status, String... more) throws Exception {
        return CommandLineRun.reading(
                new OverlayFileTree(new DiskFileTree(), Map.of(STATUS, status.getBytes(StandardCharsets.US_ASCII))),
                Stream.concat(Stream.of("firewall", project.toString(), "--engine", "practice"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void rules(String rules) throws Exception {
        Files.writeString(project.resolve("bulkhead.yml"), "version: 1\n" + rules);
    }

    @Test
    void aServiceThatMustNotReachTheInternetIsNamedByItsNetworksRangeOrItsAddress() throws Exception {
        rules("rules: [{must-not: store -> internet}]\n");

        CommandLineRun shown = run(NOBODY);

        assertThat(shown.code()).isEqualTo(ExitCodes.FINE);
        assertThat(shown.out()).isEqualTo("""
                # what installs them
                iptables-restore -w --noflush <<'END'
                *filter
                :BH-walled-shop - [0:0]
                -A BH-walled-shop -m comment --comment bulkhead-92a286ec5cc639ff -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -d 172.17.0.0/16 -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -d 172.30.1.0/24 -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -d 172.30.2.0/24 -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -d 172.30.3.0/24 -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -d 10.0.0.0/8 -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -d 172.16.0.0/12 -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -d 192.168.0.0/16 -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -d 169.254.0.0/16 -j RETURN
                -A BH-walled-shop -s 172.30.3.0/24 -j DROP
                -A BH-walled-shop -s 172.30.2.2 -d 172.17.0.0/16 -j RETURN
                -A BH-walled-shop -s 172.30.2.2 -d 172.30.1.0/24 -j RETURN
                -A BH-walled-shop -s 172.30.2.2 -d 172.30.2.0/24 -j RETURN
                -A BH-walled-shop -s 172.30.2.2 -d 172.30.3.0/24 -j RETURN
                -A BH-walled-shop -s 172.30.2.2 -d 10.0.0.0/8 -j RETURN
                -A BH-walled-shop -s 172.30.2.2 -d 172.16.0.0/12 -j RETURN
                -A BH-walled-shop -s 172.30.2.2 -d 192.168.0.0/16 -j RETURN
                -A BH-walled-shop -s 172.30.2.2 -d 169.254.0.0/16 -j RETURN
                -A BH-walled-shop -s 172.30.2.2 -j DROP
                COMMIT
                END
                iptables -w -C DOCKER-USER -j BH-walled-shop 2>/dev/null || iptables -w -I DOCKER-USER -j BH-walled-shop
                ip6tables-restore -w --noflush <<'END'
                *filter
                :BH-walled-shop - [0:0]
                -A BH-walled-shop -m comment --comment bulkhead-92a286ec5cc639ff -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN
                -A BH-walled-shop -s fd00:3::/64 -d fd00:3::/64 -j RETURN
                -A BH-walled-shop -s fd00:3::/64 -d fc00::/7 -j RETURN
                -A BH-walled-shop -s fd00:3::/64 -d fe80::/10 -j RETURN
                -A BH-walled-shop -s fd00:3::/64 -j DROP
                COMMIT
                END
                if ip6tables -w -n -L DOCKER-USER >/dev/null 2>&1; then hook=DOCKER-USER; else hook=FORWARD; fi
                ip6tables -w -C $hook -j BH-walled-shop 2>/dev/null || ip6tables -w -I $hook -j BH-walled-shop
                # what removes them without a trace
                for tables in iptables ip6tables; do
                  for jump in 'DOCKER-USER -j BH-walled-shop' 'FORWARD -j BH-walled-shop' 'INPUT -j BI-walled-shop'; do
                    while $tables -w -D $jump 2>/dev/null; do :; done
                  done
                  for chain in BH-walled-shop BI-walled-shop; do
                    if $tables -w -F $chain 2>/dev/null; then $tables -w -X $chain; fi
                  done
                done
                """);
        assertThat(shown.err()).startsWith("Whether it is installed only root on the engine's machine can see.\n");
    }

    @Test
    void withNftablesTheSameStandsInOneTable() throws Exception {
        rules("rules: [{must-not: store -> lan}]\nexposure: {allow-published: [9000/tcp]}\n");

        assertThat(run(NOBODY, "--with", "nftables").out()).isEqualTo("""
                # what installs them
                nft -f - <<'END'
                table inet bulkhead_walled-shop {}
                delete table inet bulkhead_walled-shop
                table inet bulkhead_walled-shop {
                  chain forward {
                    type filter hook forward priority filter - 5; policy accept;
                    ct state established,related accept comment "bulkhead-6bf9430ccc5efe33"
                    ip saddr 172.30.3.0/24 ip daddr 172.17.0.0/16 accept
                    ip saddr 172.30.3.0/24 ip daddr 172.30.1.0/24 accept
                    ip saddr 172.30.3.0/24 ip daddr 172.30.2.0/24 accept
                    ip saddr 172.30.3.0/24 ip daddr 172.30.3.0/24 accept
                    ip saddr 172.30.3.0/24 ip daddr 10.0.0.0/8 drop
                    ip saddr 172.30.3.0/24 ip daddr 172.16.0.0/12 drop
                    ip saddr 172.30.3.0/24 ip daddr 192.168.0.0/16 drop
                    ip saddr 172.30.3.0/24 ip daddr 169.254.0.0/16 drop
                    ip6 saddr fd00:3::/64 ip6 daddr fd00:3::/64 accept
                    ip6 saddr fd00:3::/64 ip6 daddr fc00::/7 drop
                    ip6 saddr fd00:3::/64 ip6 daddr fe80::/10 drop
                    ip saddr 172.30.2.2 ip daddr 172.17.0.0/16 accept
                    ip saddr 172.30.2.2 ip daddr 172.30.1.0/24 accept
                    ip saddr 172.30.2.2 ip daddr 172.30.2.0/24 accept
                    ip saddr 172.30.2.2 ip daddr 172.30.3.0/24 accept
                    ip saddr 172.30.2.2 ip daddr 10.0.0.0/8 drop
                    ip saddr 172.30.2.2 ip daddr 172.16.0.0/12 drop
                    ip saddr 172.30.2.2 ip daddr 192.168.0.0/16 drop
                    ip saddr 172.30.2.2 ip daddr 169.254.0.0/16 drop
                    ip saddr 172.17.0.0/16 accept
                    ip saddr 172.30.1.0/24 accept
                    ip saddr 172.30.2.0/24 accept
                    ip saddr 172.30.3.0/24 accept
                    ip6 saddr fd00:3::/64 accept
                    meta l4proto udp ct direction original ct original proto-dst 7000 drop
                    meta l4proto udp ct direction original ct original proto-dst 7001 drop
                    meta l4proto udp ct direction original ct original proto-dst 7002 drop
                    meta l4proto tcp ct direction original ct original proto-dst 8000 drop
                  }
                  chain input {
                    type filter hook input priority filter - 5; policy accept;
                    iifname "lo" accept
                    ct state established,related accept
                    meta nfproto ipv4 accept
                    ip6 saddr fd00:3::/64 accept
                    tcp dport 8000 drop
                  }
                }
                END
                # what removes them without a trace
                nft delete table inet bulkhead_walled-shop
                """);
    }

    /** A line of the kernel's log begins with the project and the line of the rule; ports that are not listed have none. */
    @Test
    void aLogTellsWhatDropped() throws Exception {
        rules(
                "rules:\n  - must-not: store -> internet\n  - must-not: lan -> page\nexposure: {allow-published: [9000/tcp]}\n");

        CommandLineRun shown = run(NOBODY, "--log");

        assertThat(shown.out().lines())
                .containsSubsequence(
                        "-A BH-walled-shop -s 172.30.3.0/24 -d 169.254.0.0/16 -j RETURN",
                        "-A BH-walled-shop -s 172.30.3.0/24 -m limit --limit 10/min --limit-burst 20 -j LOG --log-level info"
                                + " --log-prefix \"BH-walled-shop:3 \"",
                        "-A BH-walled-shop -s 172.30.3.0/24 -j DROP",
                        "-A BH-walled-shop -d 172.30.1.2 -m limit --limit 10/min --limit-burst 20 -j LOG --log-level info"
                                + " --log-prefix \"BH-walled-shop:4 \"",
                        "-A BH-walled-shop -d 172.30.1.2 -j DROP",
                        "-A BI-walled-shop -p tcp --dport 8000 -m limit --limit 10/min --limit-burst 20 -j LOG --log-level info"
                                + " --log-prefix \"BH-walled-shop:ports \"",
                        "-A BI-walled-shop -p tcp --dport 8000 -j DROP");
        assertThat(drops(shown)).isEqualTo(drops(run(NOBODY)));
        assertThat(run(NOBODY, "--log", "--with", "nftables").out().lines())
                .containsSubsequence(
                        "    ip saddr 172.30.3.0/24 limit rate 10/minute burst 20 packets counter log prefix"
                                + " \"BH-walled-shop:3 \" level info",
                        "    ip saddr 172.30.3.0/24 drop");
    }

    private static List<String> drops(CommandLineRun shown) {
        return shown.out()
                .lines()
                .filter(line -> line.contains(" -j ") && !line.contains("LOG") && !line.contains("bulkhead-"))
                .toList();
    }

    /** The kernel takes 29 characters at most (xt_LOG.h). */
    @Test
    void aLongNameIsCutInTheLog() throws Exception {
        rules("rules: [{must-not: store -> internet}]\n");

        assertThat(run(NOBODY, "--log", "--project-name", "a-name-of-more-than-nineteen-letters")
                        .out())
                .containsPattern("--log-prefix \"BH-a-name-of-mo-[0-9a-f]{6}:2 \"");
    }

    @Test
    void whereNoRuleIsAboutWhatIsOutsideThereIsNoPacketRule() throws Exception {
        rules("rules: [{must: web -> store}]\n");

        assertThat(run(NOBODY).out())
                .isEqualTo("No rule of bulkhead.yml forbids what packet rules could stop, so none follows.\n");
    }

    @Test
    void whoMayNotChangePacketRulesIsToldWhatToDo() throws Exception {
        rules("rules: [{must-not: store -> internet}]\n");

        for (String wish : new String[] {"--install", "--refresh", "--follow", "--remove"}) {
            CommandLineRun refused = run(NOBODY, wish);
            assertThat(refused.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(refused.err())
                    .isEqualTo(
                            "bulkhead: Packet rules are changed by root alone; run the same with sudo on the machine of"
                                    + " the engine, or copy the lines that it shows without an option.\n");
        }
    }
}
