package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * State of a service as its card shows it: only what deviates has a mark, a shape and a word; a service that runs as its
 * files and rules say has none.
 *
 * @param live how it is on the engine
 * @param difference how the engine is not what the files say
 * @param problems findings about it, worst first
 * @param common how most services are, which is said for all of them elsewhere
 */
public record CardState(ServiceState live, Difference difference, List<Finding> problems, CommonState common) {

    public CardState {
        problems = List.copyOf(problems);
    }

    /** A state that says all of itself. */
    public CardState(ServiceState live, Difference difference, List<Finding> problems) {
        this(live, difference, problems, CommonState.NONE);
    }

    /** Returns whether most are so too, which is said for all of them. */
    private boolean saidForAll() {
        return common.says(difference);
    }

    /** Returns whether no container of it runs: its card is hollow. */
    public boolean hollow() {
        if (saidForAll() && difference.kind() != Difference.Kind.PENDING) {
            return false;
        }
        return live.health() == ServiceState.Health.STOPPED
                || difference.kind() == Difference.Kind.STOPPED
                || difference.kind() == Difference.Kind.MISSING;
    }

    /** Returns whether its health check fails. */
    public boolean unhealthy() {
        return live.health() == ServiceState.Health.UNHEALTHY;
    }

    /** Returns whether the card is marked as one that the engine has otherwise than the files say. */
    public boolean differs() {
        return difference.amber() && !saidForAll();
    }

    /** Returns whether it waits to be deployed, while most do not. */
    public boolean pending() {
        return difference.kind() == Difference.Kind.PENDING && !saidForAll();
    }

    /** Returns what deviates in a word or two, that which weighs most; empty text for nothing. */
    public String word() {
        if (live.behindSilence()) {
            return Words.of("cardstate.not-known");
        }
        if (saidForAll()) {
            return switch (live.health()) {
                case UNHEALTHY -> live.words();
                case STOPPED -> hollow() ? live.words() : "";
                case STARTING, UNKNOWN, RUNNING, HEALTHY -> "";
            };
        }
        return switch (difference.kind()) {
            case ENGINE_ONLY, MISSING -> difference.words();
            case NONE, PENDING, STOPPED, DIFFERS ->
                switch (live.health()) {
                    case STOPPED, UNHEALTHY -> live.words();
                    case STARTING -> difference.any() ? difference.words() : live.words();
                    case UNKNOWN -> difference.words();
                    case RUNNING, HEALTHY -> difference.any() ? difference.words() : common.otherwise();
                };
        };
    }

    /** Returns whether its card has a mark. */
    public boolean deviates() {
        return hollow() || unhealthy() || !word().isEmpty() || trouble().isPresent();
    }

    /** Returns how bad the worst finding is; breaches of rules are counted on the zone and not marked here. */
    public Optional<Severity> trouble() {
        return problems.stream()
                .filter(finding -> !finding.isBreach())
                .map(Finding::severity)
                .findFirst();
    }

    /** Returns whether a card looks the same in both, whatever can be asked of it beyond. */
    boolean looksLike(CardState other) {
        return live.health() == other.live.health()
                && live.host().equals(other.live.host())
                && word().equals(other.word())
                && difference.equals(other.difference)
                && common.equals(other.common)
                && problems.equals(other.problems);
    }
}
