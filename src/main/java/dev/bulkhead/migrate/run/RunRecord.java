package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.live.Downtime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A run as its journal tells it.
 *
 * @param id its id
 * @param iteration id of its iteration
 * @param state the last state it entered
 * @param restorePoint its way back, if there is one
 * @param done numbers of the steps that are done
 * @param begun the step that had begun and is neither done nor failed
 * @param entries its journal
 */
public record RunRecord(
        String id,
        String iteration,
        RunState state,
        Optional<String> restorePoint,
        Set<Integer> done,
        Optional<JournalEntry.Began> begun,
        List<JournalEntry> entries) {

    public RunRecord {
        done = Set.copyOf(done);
        entries = List.copyOf(entries);
    }

    /** Returns what a journal tells; empty when it does not even say that it was opened. */
    static Optional<RunRecord> of(List<JournalEntry> entries) {
        if (entries.isEmpty() || !(entries.getFirst() instanceof JournalEntry.Opened opened)) {
            return Optional.empty();
        }
        RunState state = RunState.PREPARED;
        Optional<String> restorePoint = Optional.empty();
        Set<Integer> done = new TreeSet<>();
        Optional<JournalEntry.Began> begun = Optional.empty();
        for (JournalEntry entry : entries) {
            switch (entry) {
                case JournalEntry.Opened first -> {}
                case JournalEntry.Entered entered -> state = entered.state();
                case JournalEntry.Secured secured -> restorePoint = Optional.of(secured.restorePoint());
                case JournalEntry.Began step -> begun = Optional.of(step);
                case JournalEntry.Done step -> {
                    done.add(step.step());
                    begun = Optional.empty();
                }
                case JournalEntry.Failed step -> begun = Optional.empty();
                case JournalEntry.Noted noted -> {}
            }
        }
        return Optional.of(new RunRecord(opened.run(), opened.iteration(), state, restorePoint, done, begun, entries));
    }

    /** Returns whether its remaining steps can be carried out: not once the way back was begun, which undoes steps. */
    public boolean canContinue() {
        boolean turnedBack = entries.stream()
                .anyMatch(entry ->
                        entry instanceof JournalEntry.Entered entered && entered.state() == RunState.ROLLING_BACK);
        return !turnedBack
                && switch (state) {
                    case APPLYING, PAUSED, VERIFYING, CANCELLED, INTERRUPTED -> true;
                    case PREPARED,
                            CAPTURING,
                            SUCCEEDED,
                            UNVERIFIED,
                            ROLLING_BACK,
                            ROLLED_BACK,
                            NEEDS_PERSON,
                            ABANDONED -> false;
                };
    }

    /** Returns whether nothing of it is left. */
    boolean undone() {
        return state == RunState.ROLLED_BACK || state == RunState.ABANDONED;
    }

    /** Returns the steps that have begun, whether they came to an end or not, last first. */
    List<JournalEntry.Began> touched() {
        return entries.stream()
                .flatMap(entry -> entry instanceof JournalEntry.Began step ? Stream.of(step) : Stream.empty())
                .toList()
                .reversed();
    }

    /** Returns how many steps its plan has. */
    public int steps() {
        return entries.getFirst() instanceof JournalEntry.Opened opened ? opened.steps() : 0;
    }

    /** Returns when it began. */
    public Instant began() {
        return entries.getFirst().at();
    }

    /** Returns when it last wrote. */
    public Instant lastWritten() {
        return entries.getLast().at();
    }

    /** Returns how long services were away in the steps that are done. */
    Map<String, Downtime> away() {
        Map<String, Downtime> away = new TreeMap<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Done step) {
                step.away().forEach((service, time) -> away.merge(service, time, Downtime::plus));
            }
        }
        return away;
    }

    /** Returns how long its steps took together. */
    Duration operations() {
        return entries.stream()
                .map(entry -> entry instanceof JournalEntry.Done step ? step.took() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
