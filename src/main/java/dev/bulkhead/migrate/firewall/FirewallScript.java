package dev.bulkhead.migrate.firewall;

import dev.bulkhead.files.Digests;
import dev.bulkhead.migrate.firewall.PacketRule.Family;
import dev.bulkhead.reach.setting.FirewallBackend;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param logs whether the kernel's log tells of what is dropped
 */
record FirewallScript(FirewallBackend backend, String project, PacketRules rules, boolean logs) {

    /** A chain's name has 28 characters at most, of which three lead. */
    private static final int LONGEST = 25;
    /** What a line of the log begins with has 29 characters at most, with what leads, a colon, what dropped it and a space. */
    private static final int LONGEST_LOGGED = 19;

    private static final String MARK = "bulkhead-";
    private static final String LOGGING = MARK + "log-";

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

    /** Returns what takes away of an earlier installation what these rules do not write anew; with nftables nothing is left. */
    List<String> leftovers() {
        List<String> lines = new ArrayList<>();
        if (backend == FirewallBackend.IPTABLES) {
            for (Family family : Family.values()) {
                String tables = family == Family.IPV4 ? "iptables" : "ip6tables";
                if (!rules.closes(family)) {
                    lines.addAll(removing(tables, List.of("INPUT"), input()));
                }
                if (family == Family.IPV6 && !rules.six()) {
                    lines.addAll(removing(tables, List.of("DOCKER-USER", "FORWARD"), forward()));
                }
            }
        }
        return lines;
    }

    private static List<String> removing(String tables, List<String> hooks, String chain) {
        List<String> lines = new ArrayList<>();
        for (String hook : hooks) {
            lines.add("while " + tables + " -w -D " + hook + " -j " + chain + " 2>/dev/null; do :; done");
        }
        lines.add("if " + tables + " -w -F " + chain + " 2>/dev/null; then " + tables + " -w -X " + chain + "; fi");
        return lines;
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
        String all = Stream.concat(rules.forwarded().stream(), rules.entering().stream())
                .map(rule ->
                        rule.iptables() + rule.by().map(by -> logs ? by : "-").orElse("+"))
                .collect(Collectors.joining(" "));
        return (logs ? LOGGING : MARK) + digest(all + " " + rules.closed()).substring(0, 16);
    }

    /** Returns whether what is installed, as {@link #list} tells it, logs. */
    static boolean logs(String listed) {
        return listed.contains(LOGGING);
    }

    private static String digest(String text) {
        return Digests.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A name that is too long ends in a digest, so that no two projects meet in one. */
    private String name(int longest) {
        return project.length() <= longest
                ? project
                : project.substring(0, longest - 7) + "-" + digest(project).substring(0, 6);
    }

    private String logged(String by) {
        return "BH-" + name(LONGEST_LOGGED) + ":" + by + " ";
    }

    private String forward() {
        return "BH-" + name(LONGEST);
    }

    private String input() {
        return "BI-" + name(LONGEST);
    }

    private String table() {
        return "bulkhead_" + project;
    }

    private List<String> iptables() {
        List<String> lines = new ArrayList<>(restore("iptables", Family.IPV4));
        lines.add(jump("iptables", "DOCKER-USER", forward()));
        if (rules.closes(Family.IPV4)) {
            lines.add(jump("iptables", "INPUT", input()));
        }
        if (rules.six()) {
            lines.addAll(restore("ip6tables", Family.IPV6));
            lines.add(
                    "if ip6tables -w -n -L DOCKER-USER >/dev/null 2>&1; then hook=DOCKER-USER; else hook=FORWARD; fi");
            lines.add(jump("ip6tables", "$hook", forward()));
            if (rules.closes(Family.IPV6)) {
                lines.add(jump("ip6tables", "INPUT", input()));
            }
        }
        return lines;
    }

    private List<String> restore(String program, Family family) {
        String known = " -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN";
        boolean closes = rules.closes(family);
        List<String> lines = new ArrayList<>();
        lines.add(program + "-restore -w --noflush <<'END'");
        lines.add("*filter");
        lines.add(":" + forward() + " - [0:0]");
        if (closes) {
            lines.add(":" + input() + " - [0:0]");
        }
        lines.add("-A " + forward() + " -m comment --comment " + mark() + known);
        rules.forwarded(family)
                .forEach(rule -> rule.by()
                        .ifPresentOrElse(
                                by -> lines.addAll(dropping("-A " + forward() + rule.iptables(), by)),
                                () -> lines.add("-A " + forward() + rule.iptables() + " -j RETURN")));
        if (closes) {
            lines.add("-A " + input() + " -i lo -j RETURN");
            lines.add("-A " + input() + known);
            rules.entering(family)
                    .forEach(rule ->
                            rule.by().ifPresent(by -> lines.addAll(dropping("-A " + input() + rule.iptables(), by))));
        }
        if (family == Family.IPV6 && !rules.closed().isEmpty()) {
            rules.ours().stream()
                    .filter(range -> Family.of(range) == family)
                    .forEach(range -> lines.add("-A " + input() + " -s " + range + " -j RETURN"));
            rules.closed()
                    .forEach(ports -> lines.addAll(dropping("-A " + input() + ports.iptables(), PacketRule.PORTS)));
        }
        lines.add("COMMIT");
        lines.add("END");
        return lines;
    }

    /** A log that everything would fill is no log: each rule tells ten times a minute, and of twenty at once. */
    private List<String> dropping(String packets, String by) {
        List<String> lines = new ArrayList<>();
        if (logs) {
            lines.add(
                    switch (backend) {
                        case IPTABLES ->
                            packets
                                    + " -m limit --limit 10/min --limit-burst 20 -j LOG --log-level info --log-prefix \""
                                    + logged(by) + "\"";
                        case NFTABLES ->
                            packets + "limit rate 10/minute burst 20 packets counter log prefix \"" + logged(by)
                                    + "\" level info";
                    });
        }
        lines.add(
                switch (backend) {
                    case IPTABLES -> packets + " -j DROP";
                    case NFTABLES -> packets + "drop";
                });
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
        rules.forwarded()
                .forEach(rule -> rule.by()
                        .ifPresentOrElse(
                                by -> lines.addAll(dropping("    " + rule.nftables(), by)),
                                () -> lines.add("    " + rule.nftables() + "accept")));
        lines.add("  }");
        if (rules.closes(Family.IPV4) || rules.closes(Family.IPV6)) {
            lines.add("  chain input {");
            lines.add("    type filter hook input priority filter - 5; policy accept;");
            lines.add("    iifname \"lo\" accept");
            lines.add("    ct state established,related accept");
            rules.entering()
                    .forEach(rule -> rule.by().ifPresent(by -> lines.addAll(dropping("    " + rule.nftables(), by))));
            lines.add("    meta nfproto ipv4 accept");
            rules.ours().stream()
                    .filter(range -> Family.of(range) == Family.IPV6)
                    .forEach(range -> lines.add("    ip6 saddr " + range + " accept"));
            rules.closed().forEach(ports -> lines.addAll(dropping("    " + ports.nftables() + " ", PacketRule.PORTS)));
            lines.add("  }");
        }
        lines.add("}");
        lines.add("END");
        return lines;
    }
}
