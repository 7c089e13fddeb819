package dev.bulkhead.surroundings.host.firewall;

import java.util.List;

/**
 * A packet rule.
 *
 * @param words the rule as a program lists it, for the operator
 * @param matches what it asks of packets, all of which has to fit
 * @param target what it does with those that fit
 */
record FilterRule(String words, List<RuleMatch> matches, Target target) {

    FilterRule {
        matches = List.copyOf(matches);
    }

    /** What a rule does with packets. */
    sealed interface Target {}

    /** Lets them through. */
    record Accept() implements Target {}

    /** Drops or rejects them. */
    record Drop() implements Target {}

    /** Goes on in the chain that led here. */
    record Return() implements Target {}

    /**
     * Goes on in another chain.
     *
     * @param chain its name
     * @param back whether what returns from there comes back behind the rule
     */
    record Jump(String chain, boolean back) implements Target {}

    /** Leaves them for the next rule. */
    record Pass() implements Target {}

    /** Marks them, and leaves them for the next rule. */
    record Mark() implements Target {}

    /** Does something that is not known here, which may be to drop them. */
    record Unknown() implements Target {}

    /** Returns which packets of a kind it fits. */
    RuleMatch.Fit fit(Packets packets) {
        RuleMatch.Fit fit = RuleMatch.Fit.ALL;
        for (RuleMatch match : matches) {
            fit = fit.and(match.of(packets));
        }
        return fit;
    }
}
