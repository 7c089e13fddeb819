package dev.bulkhead.surroundings.host.firewall;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.surroundings.host.firewall.BaseChain.Family;
import dev.bulkhead.surroundings.host.firewall.BaseChain.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reader of what {@code iptables-save} lists: the tables that drop packets; that of translation drops none. */
public final class IptablesSave {

    private static final Set<String> FILTERING = Set.of("filter", "mangle", "raw", "security");

    /** Targets that leave packets for the next rule. */
    private static final Set<String> PASSING = Set.of(
            "LOG",
            "NFLOG",
            "ULOG",
            "TCPMSS",
            "SET",
            "CT",
            "NOTRACK",
            "TRACE",
            "CLASSIFY",
            "DSCP",
            "TOS",
            "TTL",
            "HL",
            "CHECKSUM",
            "CONNSECMARK",
            "SECMARK",
            "AUDIT",
            "RATEEST",
            "ECN",
            "TEE");

    private static final Pattern WORD = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\S+");

    private final boolean ipv6;
    private final Map<String, List<FilterRule>> chains = new LinkedHashMap<>();
    private final Map<String, Boolean> policies = new HashMap<>();

    private IptablesSave(boolean ipv6) {
        this.ipv6 = ipv6;
    }

    /** Returns the names of the tables that it lists, that of translation too. */
    public static List<String> tables(String listed) {
        return listed.lines()
                .filter(line -> line.startsWith("*"))
                .map(line -> line.substring(1).strip())
                .toList();
    }

    /** Returns whether it lists chains of the engine's in any table. */
    public static boolean engineTranslates(String listed) {
        return listed.lines().anyMatch(line -> line.startsWith(":DOCKER ") || line.startsWith(":DOCKER-F"));
    }

    /** Returns the chains that the kernel hands packets to. */
    public static List<BaseChain> read(String listed, boolean ipv6) {
        List<BaseChain> all = new ArrayList<>();
        IptablesSave table = new IptablesSave(ipv6);
        for (String line : listed.lines().toList()) {
            if (line.startsWith("*")) {
                table = new IptablesSave(ipv6);
                table.wanted = FILTERING.contains(line.substring(1).strip());
            } else if (line.startsWith("COMMIT")) {
                all.addAll(table.baseChains());
                table = new IptablesSave(ipv6);
            } else if (table.wanted) {
                table.take(line);
            }
        }
        return all;
    }

    private boolean wanted;

    private List<BaseChain> baseChains() {
        return policies.entrySet().stream()
                .flatMap(policy -> Hook.of(policy.getKey()).stream()
                        .map(hook -> new BaseChain(
                                hook, ipv6 ? Family.IPV6 : Family.IPV4, policy.getKey(), policy.getValue(), chains)))
                .toList();
    }

    private void take(String line) {
        if (line.startsWith(":")) {
            String[] words = line.substring(1).split(" ", -1);
            chains.computeIfAbsent(words[0], name -> new ArrayList<>());
            if (words.length > 1 && !words[1].equals("-")) {
                policies.put(words[0], words[1].equals("ACCEPT"));
            }
        } else if (line.startsWith("-A ")) {
            List<String> words = words(line);
            chains.computeIfAbsent(words.get(1), name -> new ArrayList<>())
                    .add(new Words(words.subList(2, words.size())).rule(line));
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** The words of one rule, gone through one by one. */
    private static final class Words {

        private final List<String> words;
        private final List<RuleMatch> matches = new ArrayList<>();
        private FilterRule.Target target = new FilterRule.Pass();
        private int at;

        Words(List<String> words) {
            this.words = words;
        }

        FilterRule rule(String line) {
            boolean reverse = words.contains("rpfilter");
            while (at < words.size()) {
                boolean negated = words.get(at).equals("!");
                at += negated ? 1 : 0;
                if (at < words.size()) {
                    option(words.get(at++), negated);
                }
            }
            if (reverse) {
                matches.removeIf(RuleMatch.Unread.class::isInstance);
                if (words.contains("--invert")) {
                    matches.add(new RuleMatch.Odd());
                }
            }
            return new FilterRule(line, matches, target);
        }

        private String value() {
            return at < words.size() ? words.get(at++) : "";
        }

        private void option(String option, boolean negated) {
            switch (option) {
                case "-i", "--in-interface" -> matches.add(new RuleMatch.Device(true, value(), negated));
                case "-o", "--out-interface" -> matches.add(new RuleMatch.Device(false, value(), negated));
                case "-s", "--source" -> address(true, negated);
                case "-d", "--destination" -> address(false, negated);
                case "-p", "--protocol" -> matches.add(new RuleMatch.Protocol(value(), negated));
                case "--ctstate", "--state" ->
                    matches.add(new RuleMatch.State(Set.of(value().split(",", -1)), negated));
                case "-m", "--match", "--comment" -> value();
                case "--mark" -> {
                    value();
                    matches.add(negated ? new RuleMatch.Unread() : new RuleMatch.Marked());
                }
                case "-j", "--jump" -> target(value(), true);
                case "-g", "--goto" -> target(value(), false);
                default -> {
                    matches.add(new RuleMatch.Unread());
                    while (at < words.size()
                            && !words.get(at).startsWith("-")
                            && !words.get(at).equals("!")) {
                        at++;
                    }
                }
            }
        }

        private void address(boolean source, boolean negated) {
            Optional<Cidr> range = Cidr.enclosing(value());
            matches.add(
                    range.isPresent() ? new RuleMatch.Address(source, range.get(), negated) : new RuleMatch.Unread());
        }

        /** What follows a target says how it does what it does. */
        private void target(String name, boolean back) {
            at = words.size();
            target = switch (name) {
                case "ACCEPT" -> new FilterRule.Accept();
                case "DROP", "REJECT" -> new FilterRule.Drop();
                case "RETURN" -> new FilterRule.Return();
                case "MARK", "CONNMARK" -> new FilterRule.Mark();
                default ->
                    PASSING.contains(name.toUpperCase(Locale.ROOT))
                            ? new FilterRule.Pass()
                            : new FilterRule.Jump(name, back);
            };
        }
    }
}
