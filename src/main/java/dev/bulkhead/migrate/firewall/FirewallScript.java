package dev.bulkhead.migrate.firewall;

import dev.bulkhead.files.Digests;
import dev.bulkhead.migrate.firewall.PacketRule.Family;
import dev.bulkhead.reach.setting.FirewallBackend;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Scripts that install packet rules and take them away, as the operator is shown them and as they are run. All that is
 * installed stands in chains, or in a table, of the project's own, which each installation makes anew in one step, and is marked
 * with a digest of the rules.
 *
 * <p>The engine leaves the chain DOCKER-USER to such rules where it works with iptables; where it works with nftables there
 * is none, and they stand in a table of their own before the engine's (Docker documentation, packet filtering and firewalls).
 *
 * @param backend what the rules are written with
 * @param project the project they are for
 * @param rules the rules
 */
record FirewallScript(FirewallBackend backend, String project, PacketRules rules) {

    /** A chain's name has 28 characters at most, of which three lead. */
    private static final int LONGEST = 25;

    /** Returns what installs the rules, in place of those that are installed; as often as one likes. */
    List<String> install() {
        return switch (backend) {
            case IPTABLES -> iptables();
            case NFTABLES -> nftables();
        };
    }

    /** Returns what takes everything away that an installation made, whatever the rules were then. */
    List<String> remove() {
        return switch (backend) {
            case IPTABLES ->
                List.of(
                        "for tables in iptables ip6tables; do",
                        "  for jump in 'DOCKER-USER -j " + forward() + "' 'FORWARD -j " + forward() + "' 'INPUT -j "
                                + input() + "'; do",
                        "    while $tables -w -D $jump 2>/dev/null; do :; done",
                        "  done",
                        "  for chain in " + forward() + " " + input() + "; do",
                        "    if $tables -w -F $chain 2>/dev/null; then $tables -w -X $chain; fi",
                        "  done",
                        "done");
            case NFTABLES -> List.of("nft delete table inet " + table());
        };
    }

    /** Returns what tells, as it lists it, what is installed; its exit code says whether something is. */
    List<String> list() {
        return switch (backend) {
            case IPTABLES ->
                List.of("iptables -w -S " + forward() + " 2>/dev/null || ip6tables -w -S " + forward()
                        + " 2>/dev/null");
            case NFTABLES -> List.of("nft list table inet " + table() + " 2>/dev/null");
        };
    }

    /** Returns the mark by which these very rules are known in what {@link #list} tells. */
    String mark() {
        return "bulkhead-" + digest(rules.forwarded() + " " + rules.closed()).substring(0, 16);
    }

    private static String digest(String text) {
        return Digests.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A name that is too long ends in a digest, so that no two projects meet in one. */
    private String name() {
        return project.length() <= LONGEST
                ? project
                : project.substring(0, LONGEST - 7) + "-" + digest(project).substring(0, 6);
    }

    private String forward() {
        return "BH-" + name();
    }

    private String input() {
        return "BI-" + name();
    }

    private String table() {
        return "bulkhead_" + project;
    }

    private List<String> iptables() {
        List<String> lines = new ArrayList<>(restore("iptables", Family.IPV4));
        lines.add(jump("iptables", "DOCKER-USER", forward()));
        if (rules.six()) {
            lines.addAll(restore("ip6tables", Family.IPV6));
            lines.add(
                    "if ip6tables -w -n -L DOCKER-USER >/dev/null 2>&1; then hook=DOCKER-USER; else hook=FORWARD; fi");
            lines.add(jump("ip6tables", "$hook", forward()));
            if (!rules.closed().isEmpty()) {
                lines.add(jump("ip6tables", "INPUT", input()));
            }
        }
        return lines;
    }

    private List<String> restore(String program, Family family) {
        String known = " -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN";
        boolean closes = family == Family.IPV6 && !rules.closed().isEmpty();
        List<String> lines = new ArrayList<>();
        lines.add(program + "-restore -w --noflush <<'END'");
        lines.add("*filter");
        lines.add(":" + forward() + " - [0:0]");
        if (closes) {
            lines.add(":" + input() + " - [0:0]");
        }
        lines.add("-A " + forward() + " -m comment --comment " + mark() + known);
        rules.forwarded(family).forEach(rule -> lines.add("-A " + forward() + rule.iptables()));
        if (closes) {
            lines.add("-A " + input() + " -i lo -j RETURN");
            lines.add("-A " + input() + known);
            rules.ours().stream()
                    .filter(range -> Family.of(range) == family)
                    .forEach(range -> lines.add("-A " + input() + " -s " + range + " -j RETURN"));
            rules.closed().forEach(ports -> lines.add("-A " + input() + ports.iptables() + " -j DROP"));
        }
        lines.add("COMMIT");
        lines.add("END");
        return lines;
    }

    private static String jump(String program, String from, String to) {
        return program + " -w -C " + from + " -j " + to + " 2>/dev/null || " + program + " -w -I " + from + " -j " + to;
    }

    private List<String> nftables() {
        List<String> lines = new ArrayList<>();
        lines.add("nft -f - <<'END'");
        lines.add("table inet " + table() + " {}");
        lines.add("delete table inet " + table());
        lines.add("table inet " + table() + " {");
        lines.add("  chain forward {");
        lines.add("    type filter hook forward priority filter - 5; policy accept;");
        lines.add("    ct state established,related accept comment \"" + mark() + "\"");
        rules.forwarded().forEach(rule -> lines.add("    " + rule.nftables()));
        lines.add("  }");
        if (!rules.closed().isEmpty()) {
            lines.add("  chain input {");
            lines.add("    type filter hook input priority filter - 5; policy accept;");
            lines.add("    meta nfproto ipv4 accept");
            lines.add("    iifname \"lo\" accept");
            lines.add("    ct state established,related accept");
            rules.ours().stream()
                    .filter(range -> Family.of(range) == Family.IPV6)
                    .forEach(range -> lines.add("    ip6 saddr " + range + " accept"));
            rules.closed().forEach(ports -> lines.add("    " + ports.nftables() + " drop"));
            lines.add("  }");
        }
        lines.add("}");
        lines.add("END");
        return lines;
    }
}
