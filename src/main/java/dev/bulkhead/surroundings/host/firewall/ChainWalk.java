package dev.bulkhead.surroundings.host.firewall;

import dev.bulkhead.surroundings.host.firewall.RuleMatch.Fit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Walk of packets through the chains of a table: every end that some of them may come to, and the rule that brings them there. */
final class ChainWalk {

    /** Ends of a walk. */
    enum End {
        /** A rule that is none of the engine's accepts. */
        ACCEPTED,
        /** A rule that is none of the engine's drops. */
        DROPPED,
        /** The engine's own rules decide. */
        ENGINE,
        /** Nothing in the chain decides. */
        RETURNED
    }

    /** The kernel forbids rings of chains; a list that was read while it changed may show one. */
    private static final int DEEP = 16;

    private final BaseChain base;
    private final Packets packets;
    private final List<FilterRule> marking;
    /** Whether the operator's own chain was passed, behind which the engine has its rules. */
    private boolean behindOperator;
    /** Whether the engine's rules for these packets were passed, which left to the rest what they did not accept. */
    private boolean behindEngine;

    private ChainWalk(BaseChain base, Packets packets, List<FilterRule> marking) {
        this.marking = marking;
        this.base = base;
        this.packets = packets;
    }

    /**
     * Returns the ends that packets of a kind may come to in a chain that the kernel hands them to.
     *
     * @param marking all rules of the machine that give packets marks
     */
    static Map<End, String> through(BaseChain base, Packets packets, List<FilterRule> marking) {
        ChainWalk walk = new ChainWalk(base, packets, marking);
        Map<End, String> ends = walk.through(base.name(), 0);
        if (ends.remove(End.RETURNED) != null) {
            ends.putIfAbsent(
                    walk.end(base.accepts(), false),
                    "policy " + (base.accepts() ? "ACCEPT" : "DROP") + " of " + base.name());
        }
        return ends;
    }

    /** What the engine left undecided nobody is to reach; only a connection from beyond the host may then be accepted. */
    private End end(boolean accepted, boolean engine) {
        boolean comesIn = packets.begins() && packets.from() instanceof Packets.Beyond;
        if (engine || (behindEngine && !(accepted && comesIn))) {
            return End.ENGINE;
        }
        return accepted ? End.ACCEPTED : End.DROPPED;
    }

    private Map<End, String> through(String chain, int depth) {
        Map<End, String> ends = new EnumMap<>(End.class);
        for (FilterRule rule : base.chains().getOrDefault(chain, List.of())) {
            Fit fit = depth > DEEP || unmarked(rule) ? Fit.NONE : rule.fit(packets);
            if (fit != Fit.NONE && !goesOn(chain, rule, fit, depth, ends)) {
                return ends;
            }
        }
        ends.put(End.RETURNED, chain);
        return ends;
    }

    private boolean unmarked(FilterRule rule) {
        return rule.matches().stream().anyMatch(RuleMatch.Marked.class::isInstance)
                && marking.stream().allMatch(mark -> mark.fit(packets) == Fit.NONE);
    }

    /** Returns whether packets are left for the next rule. */
    private boolean goesOn(String chain, FilterRule rule, Fit fit, int depth, Map<End, String> ends) {
        boolean engine = BaseChain.ofEngine(chain) || ofEngine(chain, rule);
        switch (rule.target()) {
            case FilterRule.Accept _ -> ends.putIfAbsent(end(true, engine), rule.words());
            case FilterRule.Drop _ -> ends.putIfAbsent(end(false, engine), rule.words());
            case FilterRule.Return _ -> ends.putIfAbsent(End.RETURNED, rule.words());
            case FilterRule.Unknown _ -> {
                ends.putIfAbsent(End.DROPPED, rule.words());
                return true;
            }
            case FilterRule.Pass _, FilterRule.Mark _ -> {
                return true;
            }
            case FilterRule.Jump(String to, boolean back) -> {
                return jumps(rule, to, back, fit, depth, ends);
            }
        }
        return fit != Fit.ALL;
    }

    private boolean jumps(FilterRule rule, String to, boolean back, Fit fit, int depth, Map<End, String> ends) {
        if (!base.chains().containsKey(to)) {
            ends.putIfAbsent(End.DROPPED, rule.words());
            return true;
        }
        Map<End, String> there = through(to, depth + 1);
        behindOperator |= to.equals(BaseChain.OF_OPERATOR);
        behindEngine |= to.equals("DOCKER") || to.equals("DOCKER-FORWARD") || (across() && BaseChain.ofEngine(to));
        boolean returned = there.remove(End.RETURNED) != null;
        if (BaseChain.ofEngine(to) && toBeMade() && DECIDING.contains(to)) {
            ends.putIfAbsent(End.ENGINE, rule.words());
            return false;
        }
        there.forEach(ends::putIfAbsent);
        if (returned && !back) {
            ends.putIfAbsent(End.RETURNED, rule.words());
            return fit != Fit.ALL;
        }
        return returned || fit != Fit.ALL;
    }

    /** Where the engine will put the rules for a network that it is yet to make. */
    private static final List<String> DECIDING = List.of("DOCKER-FORWARD", "DOCKER-ISOLATION-STAGE-1");

    private boolean across() {
        return packets.from() instanceof Packets.OfOthers || packets.to() instanceof Packets.OfOthers;
    }

    private boolean toBeMade() {
        return toBeMade(packets.from()) || toBeMade(packets.to());
    }

    private static boolean toBeMade(Packets.Side side) {
        return side instanceof Packets.OfNetwork network && network.device().isEmpty();
    }

    /**
     * Engines before 28 have rules for their bridges in the kernel's own chain, behind the operator's, and all have some that
     * guard published addresses before it is decided where packets go.
     */
    private boolean ofEngine(String chain, FilterRule rule) {
        if (!chain.equals(base.name())) {
            return false;
        }
        List<RuleMatch> matches = rule.matches();
        if (base.hook() == BaseChain.Hook.PREROUTING) {
            return matches.stream().anyMatch(RuleMatch.Address.class::isInstance)
                    && matches.stream().anyMatch(match -> match instanceof RuleMatch.Device device && device.negated())
                    && rule.target() instanceof FilterRule.Drop;
        }
        List<String> devices = matches.stream()
                .filter(RuleMatch.Device.class::isInstance)
                .map(match -> ((RuleMatch.Device) match).name())
                .toList();
        boolean ofPair =
                devices.size() == 2 && matches.size() == 2 && devices.getFirst().equals(devices.getLast());
        boolean ofAnswers = devices.size() == 1
                && matches.size() == 2
                && matches.getLast() instanceof RuleMatch.State
                && rule.target() instanceof FilterRule.Accept;
        return behindOperator && (ofPair || ofAnswers);
    }
}
