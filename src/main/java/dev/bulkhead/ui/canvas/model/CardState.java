package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import java.util.List;
import java.util.Optional;

/**
 * State of a service as its card shows it: only what deviates has a mark, a shape and a word; a service that runs as its
 * files and rules say has none.
 *
 * @param live how it is on the engine
 * @param difference how the engine is not what the files say
 * @param problems findings about it, worst first
 */
public record CardState(ServiceState live, Difference difference, List<Finding> problems) {

    public CardState {
        problems = List.copyOf(problems);
    }

    /** Returns whether no container of it runs: its card is hollow. */
    public boolean hollow() {
        return live.health() == ServiceState.Health.STOPPED
                || difference.kind() == Difference.Kind.STOPPED
                || difference.kind() == Difference.Kind.MISSING;
    }

    /** Returns whether its health check fails. */
    public boolean unhealthy() {
        return live.health() == ServiceState.Health.UNHEALTHY;
    }

    /** Returns what deviates in a word or two, that which weighs most; empty text for nothing. */
    public String word() {
        return switch (difference.kind()) {
            case ENGINE_ONLY, MISSING -> difference.words();
            case NONE, PENDING, STOPPED, DIFFERS ->
                switch (live.health()) {
                    case STOPPED, UNHEALTHY -> live.words();
                    case STARTING -> difference.any() ? difference.words() : live.words();
                    case UNKNOWN, RUNNING, HEALTHY -> difference.words();
                };
        };
    }

    /** Returns how bad the worst finding is. */
    public Optional<Severity> trouble() {
        return problems.stream().map(Finding::severity).findFirst();
    }

    /** Returns whether a card looks the same in both, whatever can be asked of it beyond. */
    boolean looksLike(CardState other) {
        return live.health() == other.live.health()
                && word().equals(other.word())
                && difference.equals(other.difference)
                && problems.equals(other.problems);
    }
}
