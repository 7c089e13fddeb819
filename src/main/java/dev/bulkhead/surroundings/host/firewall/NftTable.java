package dev.bulkhead.surroundings.host.firewall;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.observed.Told;
import dev.bulkhead.surroundings.host.firewall.BaseChain.Family;
import dev.bulkhead.surroundings.host.firewall.BaseChain.Hook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reader of a table of nftables as {@code nft -j list table} gives it. */
public final class NftTable {

    private static final Map<String, Family> FAMILIES =
            Map.of("ip", Family.IPV4, "ip6", Family.IPV6, "inet", Family.BOTH, "bridge", Family.BRIDGED);

    /** Statements that ask nothing of packets and do not decide. */
    private static final Set<String> PASSING = Set.of(
            "counter", "log", "comment", "mangle", "notrack", "meter", "quota", "set", "ct helper", "flow", "dup");

    /**
     * Name of a table.
     *
     * @param family such as {@code inet}
     * @param name its name in it
     */
    public record Name(String family, String name) {}

    private final String place;
    private final Map<String, List<FilterRule>> chains = new LinkedHashMap<>();

    private NftTable(String place) {
        this.place = place;
    }

    /** Returns the names of the tables of a list that can drop packets which pass the host. */
    public static List<Name> names(Told listed) {
        return listed.at("nftables").items().stream()
                .map(item -> item.at("table"))
                .filter(table -> FAMILIES.containsKey(table.at("family").text()))
                .map(table ->
                        new Name(table.at("family").text(), table.at("name").text()))
                .toList();
    }

    /** Returns the chains of a table that the kernel hands packets to. */
    public static List<BaseChain> read(Name name, Told listed) {
        NftTable table = new NftTable(name.family() + " " + name.name());
        Map<String, Told> bases = new LinkedHashMap<>();
        for (Told item : listed.at("nftables").items()) {
            Told chain = item.at("chain");
            if (!chain.isEmpty()) {
                table.chains.computeIfAbsent(chain.at("name").text(), key -> new ArrayList<>());
                if (chain.at("type").text().equals("filter")) {
                    bases.put(chain.at("name").text(), chain);
                }
            }
            Told rule = item.at("rule");
            if (!rule.isEmpty()) {
                table.chains
                        .computeIfAbsent(rule.at("chain").text(), key -> new ArrayList<>())
                        .addAll(table.rules(rule));
            }
        }
        List<BaseChain> all = new ArrayList<>();
        bases.forEach((chain, told) -> Hook.of(told.at("hook").text())
                .ifPresent(hook -> all.add(new BaseChain(
                        hook,
                        FAMILIES.getOrDefault(name.family(), Family.BOTH),
                        chain,
                        !told.at("policy").text().equals("drop"),
                        table.chains))));
        return all;
    }

    /** A rule with a map of verdicts stands for as many rules as the map has entries. */
    private List<FilterRule> rules(Told rule) {
        String words = "rule " + rule.at("handle").text() + " of chain "
                + rule.at("chain").text() + " in table " + place + " of nftables";
        List<RuleMatch> matches = new ArrayList<>();
        List<FilterRule> rules = new ArrayList<>();
        for (Told expression : rule.at("expr").items()) {
            expression.fields().forEach((kind, told) -> {
                switch (kind) {
                    case "match" -> matches.add(match(told));
                    case "vmap" -> rules.addAll(ofMap(words, matches, told));
                    default ->
                        target(kind, told)
                                .ifPresentOrElse(
                                        target -> rules.add(new FilterRule(words, matches, target)),
                                        () -> unread(kind).ifPresent(matches::add));
                }
            });
        }
        return rules;
    }

    private static Optional<RuleMatch> unread(String kind) {
        return PASSING.contains(kind) ? Optional.empty() : Optional.of(new RuleMatch.Unread());
    }

    private static Optional<FilterRule.Target> target(String kind, Told told) {
        return switch (kind) {
            case "accept" -> Optional.of(new FilterRule.Accept());
            case "drop", "reject" -> Optional.of(new FilterRule.Drop());
            case "return" -> Optional.of(new FilterRule.Return());
            case "jump" -> Optional.of(new FilterRule.Jump(told.at("target").text(), true));
            case "goto" -> Optional.of(new FilterRule.Jump(told.at("target").text(), false));
            case "queue", "synproxy", "tproxy" -> Optional.of(new FilterRule.Unknown());
            default -> Optional.empty();
        };
    }

    private static List<FilterRule> ofMap(String words, List<RuleMatch> matches, Told map) {
        List<Told> entries = map.at("data").at("set").items();
        if (entries.isEmpty()) {
            return List.of(new FilterRule(words, with(matches, new RuleMatch.Unread()), new FilterRule.Unknown()));
        }
        List<FilterRule> rules = new ArrayList<>();
        for (Told entry : entries) {
            RuleMatch match = one(map.at("key"), entry.at(0), false);
            entry.at(1)
                    .fields()
                    .forEach((kind, told) -> target(kind, told)
                            .ifPresent(target -> rules.add(new FilterRule(words, with(matches, match), target))));
        }
        return rules;
    }

    private static List<RuleMatch> with(List<RuleMatch> matches, RuleMatch more) {
        List<RuleMatch> all = new ArrayList<>(matches);
        all.add(more);
        return all;
    }

    private static RuleMatch match(Told match) {
        boolean negated = match.at("op").text().equals("!=");
        Told right = match.at("right");
        List<Told> values =
                right.at("set").isEmpty() ? right.items() : right.at("set").items();
        if (!List.of("==", "!=", "in", "").contains(match.at("op").text())) {
            return new RuleMatch.Unread();
        }
        return values.isEmpty() ? one(match.at("left"), right, negated) : any(match.at("left"), values, negated);
    }

    private static RuleMatch any(Told left, List<Told> values, boolean negated) {
        if (left.at("ct").at("key").text().equals("state")) {
            return state(values.stream().map(Told::text).toList(), negated);
        }
        return new RuleMatch.AnyOf(
                values.stream().map(value -> one(left, value, false)).toList(), negated);
    }

    private static RuleMatch state(List<String> words, boolean negated) {
        return new RuleMatch.State(
                words.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()), negated);
    }

    /** A name that begins so is a set, of which the list does not tell what is in it. */
    private static RuleMatch one(Told left, Told value, boolean negated) {
        String text = value.text();
        if (text.startsWith("@")) {
            return new RuleMatch.Unread();
        }
        String payload = left.at("payload").at("field").text();
        if (payload.equals("saddr") || payload.equals("daddr")) {
            return range(value)
                    .<RuleMatch>map(range -> new RuleMatch.Address(payload.equals("saddr"), range, negated))
                    .orElseGet(RuleMatch.Unread::new);
        }
        if (!left.at("fib").isEmpty()) {
            // Asked of the sender's address it finds those that come by a way which is not theirs.
            return left.at("fib").at("flags").words().contains("saddr") ? new RuleMatch.Odd() : new RuleMatch.Unread();
        }
        if (left.at("ct").at("key").text().equals("state")) {
            return state(List.of(text), negated);
        }
        return switch (left.at("meta").at("key").text()) {
            case "iifname", "iif", "ibrname" -> new RuleMatch.Device(true, text, negated);
            case "oifname", "oif", "obrname" -> new RuleMatch.Device(false, text, negated);
            case "l4proto" -> new RuleMatch.Protocol(text, negated);
            case "nfproto" -> new RuleMatch.Family(text.equals("ipv6") != negated);
            default -> new RuleMatch.Unread();
        };
    }

    private static Optional<Cidr> range(Told value) {
        Told prefix = value.at("prefix");
        return prefix.isEmpty()
                ? Cidr.enclosing(value.text() + (value.text().contains(":") ? "/128" : "/32"))
                : Cidr.enclosing(
                        prefix.at("addr").text() + "/" + prefix.at("len").text());
    }
}
