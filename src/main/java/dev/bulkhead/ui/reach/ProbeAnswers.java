package dev.bulkhead.ui.reach;

import dev.bulkhead.migrate.verify.LiveReach;
import dev.bulkhead.ui.words.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers of the running engine about pairs, each with when it was given; immutable. */
public record ProbeAnswers(Map<ReachPair, Told> told) {

    /** Nothing was asked. */
    public static final ProbeAnswers NONE = new ProbeAnswers(Map.of());

    public ProbeAnswers {
        told = Map.copyOf(told);
    }

    /** Answer with when it was given. */
    public record Told(LiveReach.Seen seen, Instant at) {}

    /** Relation of what was observed to what the files and the engine's settings let expect. */
    enum Fit {
        /** Both say the same. */
        AGREES,
        /** They say the contrary. */
        DIFFERS,
        /** Something was observed of a pair of which nothing could be foretold. */
        SETTLES,
        /** It could not be observed. */
        OPEN
    }

    /** Returns these with one more. */
    ProbeAnswers with(ReachPair pair, Told answer) {
        Map<ReachPair, Told> more = new HashMap<>(told);
        more.put(pair, answer);
        return new ProbeAnswers(more);
    }

    /** Returns what was observed of a pair. */
    public Optional<Told> of(ReachPair pair) {
        return Optional.ofNullable(told.get(pair));
    }

    /** Returns how an observation fits what a cell foretells. */
    static Fit fit(ReachKind foretold, LiveReach.Answer observed) {
        if (observed == LiveReach.Answer.UNKNOWN) {
            return Fit.OPEN;
        }
        boolean reached = observed == LiveReach.Answer.REACHED;
        return switch (foretold) {
            case OPEN, PORTS -> reached ? Fit.AGREES : Fit.DIFFERS;
            case BLOCKED, PROXY -> reached ? Fit.DIFFERS : Fit.AGREES;
            case UNKNOWN, SELF -> Fit.SETTLES;
        };
    }

    /** Returns in words what was observed of a pair and how that fits; empty where it was not asked. */
    Optional<String> words(ReachPair pair, ReachKind foretold, Times times) {
        return of(pair).map(answer -> Words.of(
                        "probeanswers.observed",
                        times.text(answer.at()),
                        answer.seen().words())
                + switch (fit(foretold, answer.seen().answer())) {
                    case AGREES -> " " + Words.of("probeanswers.as-foretold");
                    case DIFFERS -> " " + Words.of("probeanswers.that-is-not-what-was");
                    case SETTLES -> " " + Words.of("probeanswers.nothing-could-be-foretold-of");
                    case OPEN -> "";
                });
    }

    /** Writer of times for people. */
    @FunctionalInterface
    public interface Times {
        String text(Instant at);
    }
}
