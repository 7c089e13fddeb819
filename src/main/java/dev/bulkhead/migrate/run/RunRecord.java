package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.outside.SeenFromOutside;
import dev.bulkhead.migrate.record.Sequence;
import dev.bulkhead.migrate.watch.Probation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Record of a run, as its journal tells it.
 *
 * @param id its id
 * @param iteration id of its iteration
 * @param state the last state it entered
 * @param restorePoint its way back, if there is one
 * @param done numbers of the steps that are done
 * @param begun the steps that had begun and are neither done nor failed, in order
 * @param entries its journal, damaged lines left out
 * @param damage what is wrong with its journal, one part of a sentence each; empty when nothing is
 */
public record RunRecord(
        String id,
        String iteration,
        RunState state,
        Optional<String> restorePoint,
        Set<Integer> done,
        List<JournalEntry.Began> begun,
        List<JournalEntry> entries,
        List<String> damage) {

    public RunRecord {
        done = Set.copyOf(done);
        begun = List.copyOf(begun);
        entries = List.copyOf(entries);
        damage = List.copyOf(damage);
    }

    /**
     * Returns what a journal tells; empty when the run ended before it wrote its first line.
     *
     * @param id the run, which is also the name of its directory and of its restore point
     */
    static Optional<RunRecord> of(String id, Journal.Reading journal) {
        List<JournalEntry> entries = journal.entries();
        if (entries.isEmpty() && journal.damage().isEmpty()) {
            return Optional.empty();
        }
        String iteration = !entries.isEmpty() && entries.getFirst() instanceof JournalEntry.Opened opened
                ? opened.iteration()
                : "";
        RunState state = RunState.PREPARED;
        Optional<String> restorePoint = Optional.empty();
        Set<Integer> done = new TreeSet<>();
        SortedMap<Integer, JournalEntry.Began> begun = new TreeMap<>();
        for (JournalEntry entry : entries) {
            switch (entry) {
                case JournalEntry.Opened first -> {}
                case JournalEntry.Entered entered -> state = entered.state();
                case JournalEntry.Secured secured -> restorePoint = Optional.of(secured.restorePoint());
                case JournalEntry.Began step -> begun.put(step.step(), step);
                case JournalEntry.Done step -> {
                    done.add(step.step());
                    begun.remove(step.step());
                }
                case JournalEntry.Failed step -> begun.remove(step.step());
                case JournalEntry.OnHosts _,
                        JournalEntry.Bound _,
                        JournalEntry.Waiting _,
                        JournalEntry.Extended _,
                        JournalEntry.Watched _,
                        JournalEntry.Seen _,
                        JournalEntry.SettingAside _,
                        JournalEntry.SetAside _,
                        JournalEntry.Rewrote _,
                        JournalEntry.Noted _ -> {}
            }
        }
        if (!journal.damage().isEmpty() && restorePoint.isEmpty()) {
            restorePoint = Optional.of(id); // the line that tells of it can be the damaged one
        }
        return Optional.of(new RunRecord(
                id, iteration, state, restorePoint, done, List.copyOf(begun.values()), entries, journal.damage()));
    }

    /** Returns where it stands if nobody is at work on it: what was under way then was cut off. */
    public RunState standing() {
        return state.underWay() ? RunState.INTERRUPTED : state;
    }

    /** Returns what happened to it, in a few sentences. */
    public String story() {
        return RunStory.of(this);
    }

    /** Returns what it means to leave it as it is, as sentences for the operator. */
    public String leaving() {
        return RunStory.leaving(this);
    }

    /** Returns whether its remaining steps can be carried out: not once the way back was begun, which undoes steps. */
    public boolean canContinue() {
        boolean turnedBack = entries.stream()
                .anyMatch(entry ->
                        entry instanceof JournalEntry.Entered entered && entered.state() == RunState.ROLLING_BACK);
        return !turnedBack
                && damage.isEmpty()
                && switch (state) {
                    case APPLYING, PAUSED, VERIFYING, CANCELLED, INTERRUPTED -> true;
                    case PREPARED,
                            CAPTURING,
                            AWAITING_CONFIRMATION,
                            WATCHING,
                            SUCCEEDED,
                            UNVERIFIED,
                            ROLLING_BACK,
                            ROLLED_BACK,
                            NEEDS_PERSON,
                            LEFT,
                            ABANDONED -> false;
                };
    }

    /** Returns the conditions under which it stays. */
    public Probation probation() {
        return entries.stream()
                .flatMap(
                        entry -> entry instanceof JournalEntry.Bound bound ? Stream.of(bound.probation()) : Stream.of())
                .findFirst()
                .orElse(Probation.NONE);
    }

    /** Returns how long it waits for the operator's word, with what he added; empty when it needs none. */
    public Optional<Duration> confirmWithin() {
        return probation().confirmWithin().map(time -> time.plus(added()));
    }

    /** Returns when the time to confirm ends by the wall clock; empty when it does not wait for a word. */
    public Optional<Instant> until() {
        return waiting().flatMap(JournalEntry.Waiting::until).map(until -> until.plus(added()));
    }

    /** Returns the line that put it on probation. */
    public Optional<JournalEntry.Waiting> waiting() {
        return entries.reversed().stream()
                .flatMap(entry -> entry instanceof JournalEntry.Waiting waiting ? Stream.of(waiting) : Stream.of())
                .findFirst();
    }

    private Duration added() {
        return entries.stream()
                .map(entry -> entry instanceof JournalEntry.Extended more ? more.by() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns whether it was carried out on the practice engine. */
    public boolean practice() {
        return !entries.isEmpty() && entries.getFirst() instanceof JournalEntry.Opened opened && opened.practice();
    }

    /** Returns whether nothing of it is left. */
    public boolean undone() {
        return state == RunState.ROLLED_BACK || state == RunState.ABANDONED;
    }

    /** Returns the steps that have begun and were not taken back alone, whether they came to an end or not, last first. */
    List<JournalEntry.Began> touched() {
        List<JournalEntry.Began> touched = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Began step) {
                touched.add(step);
            } else if (entry instanceof JournalEntry.SetAside(Instant _, int first)) {
                touched.removeIf(step -> step.step() >= first);
            }
        }
        return touched.reversed();
    }

    /** Returns the steps that failed the last time they had begun. */
    Set<Integer> failed() {
        Set<Integer> failed = new TreeSet<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Failed step) {
                failed.add(step.step());
            } else if (entry instanceof JournalEntry.Began step) {
                failed.remove(step.step());
            }
        }
        return failed;
    }

    /** Returns the phases that were taken back alone, by the numbers of their first steps. */
    Set<Integer> aside() {
        return entries.stream()
                .flatMap(entry -> entry instanceof JournalEntry.SetAside(Instant _, int first)
                        ? Stream.of(first)
                        : Stream.<Integer>empty())
                .collect(Collectors.toSet());
    }

    /** Returns the phase that was being taken back alone when it was cut off. */
    Optional<JournalEntry.SettingAside> settingAside() {
        Set<Integer> done = aside();
        return entries.stream()
                .flatMap(entry -> entry instanceof JournalEntry.SettingAside setting && !done.contains(setting.first())
                        ? Stream.of(setting)
                        : Stream.<JournalEntry.SettingAside>empty())
                .findFirst();
    }

    /** Returns the texts that files were given and that no plan holds, by their digests. */
    Map<String, List<Optional<String>>> rewritten() {
        Map<String, List<Optional<String>>> texts = new TreeMap<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Rewrote wrote) {
                texts.computeIfAbsent(wrote.file(), key -> new ArrayList<>()).add(wrote.digest());
            }
        }
        return texts;
    }

    /**
     * Step that is done.
     *
     * @param text what it did
     * @param away service to how long it was away meanwhile
     */
    public record PassedStep(int number, String text, Instant from, Instant until, Map<String, Downtime> away) {
        public PassedStep {
            away = Collections.unmodifiableSortedMap(new TreeMap<>(away));
        }
    }

    /** Returns the steps that are done, in the order in which they ended. */
    public List<PassedStep> passed() {
        Map<Integer, String> texts = new HashMap<>();
        List<PassedStep> passed = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Began began) {
                texts.put(began.step(), began.text());
            } else if (entry instanceof JournalEntry.Done done) {
                passed.add(new PassedStep(
                        done.step(),
                        texts.getOrDefault(done.step(), "step " + done.step()),
                        done.at().minus(done.took()),
                        done.at(),
                        done.away()));
            }
        }
        return passed;
    }

    /** Returns how many steps its plan has. */
    public int steps() {
        return entries.stream()
                .flatMap(entry -> entry instanceof JournalEntry.Opened opened ? Stream.of(opened.steps()) : Stream.of())
                .findFirst()
                .orElse(0);
    }

    /** Returns whether it is older than another run. */
    public boolean before(RunRecord other) {
        return Sequence.OLDEST_FIRST.compare(id, other.id) < 0;
    }

    /** Returns when it last wrote. */
    public Instant lastWritten() {
        return entries.isEmpty() ? Instant.EPOCH : entries.getLast().at();
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

    /** Returns what was seen of it from outside so far. */
    List<SeenFromOutside.Stretch> seen() {
        return entries.stream()
                .flatMap(entry -> entry instanceof JournalEntry.Seen seen ? Stream.of(seen.stretch()) : Stream.of())
                .toList();
    }

    /** Returns how long services were away during a step, as words; empty for none. */
    String awayDuring(int number) {
        String words = entries.stream()
                .flatMap(entry -> entry instanceof JournalEntry.Done step && step.step() == number
                        ? Stream.of(Downtime.words(step.away()))
                        : Stream.of())
                .collect(Collectors.joining());
        return words.isEmpty() ? "" : " (on the way there" + words + ")";
    }

    /** Returns how long its steps took together. */
    Duration operations() {
        return entries.stream()
                .map(entry -> entry instanceof JournalEntry.Done step ? step.took() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
