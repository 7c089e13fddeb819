package dev.bulkhead.migrate.status;

import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finder of how far a project has come, from the journals of its runs. */
public final class ProgressFinder {

    private final ProjectStatus.Path path;
    private final List<RunRecord> runs;
    private final boolean practiceCounts;

    /**
     * Looks at runs.
     *
     * @param practiceCounts whether what was practised is done: on a real engine it is not
     */
    public ProgressFinder(ProjectStatus.Path path, List<RunRecord> runs, boolean practiceCounts) {
        this.path = path;
        this.runs = List.copyOf(runs);
        this.practiceCounts = practiceCounts;
    }

    /**
     * Returns where each iteration of the path stands, in order. The next one is the first that can be begun; where all that are
     * left wait for others, the first of them.
     */
    public List<ProjectStatus.IterationStatus> iterations() {
        Map<String, RunRecord> done = new HashMap<>();
        runs.stream()
                .filter(run -> run.state() == RunState.SUCCEEDED || run.state() == RunState.UNVERIFIED)
                .filter(this::counts)
                .sorted(Comparator.comparing(RunRecord::lastWritten))
                .forEach(run -> done.put(run.iteration(), run));
        List<Playbook> left = path.iterations().stream()
                .filter(playbook -> !done.containsKey(playbook.id()))
                .filter(playbook -> !path.skipped().contains(playbook.id()))
                .toList();
        Optional<Playbook> next = left.stream()
                .filter(playbook -> done.keySet().containsAll(playbook.requires()))
                .findFirst()
                .or(() -> left.stream().findFirst());
        return path.iterations().stream()
                .map(playbook -> new ProjectStatus.IterationStatus(
                        playbook,
                        done.containsKey(playbook.id())
                                ? ProjectStatus.Standing.COMPLETE
                                : path.skipped().contains(playbook.id())
                                        ? ProjectStatus.Standing.SKIPPED
                                        : next.equals(Optional.of(playbook))
                                                ? ProjectStatus.Standing.NEXT
                                                : ProjectStatus.Standing.PENDING,
                        Optional.ofNullable(done.get(playbook.id())).map(ProgressFinder::completion),
                        playbook.requires().stream()
                                .filter(id -> !done.containsKey(id))
                                .toList()))
                .toList();
    }

    /** Returns the first run of an iteration of the path of which something is left, oldest first. */
    public Optional<RunRecord> first() {
        List<String> ids = path.iterations().stream().map(Playbook::id).toList();
        return runs.stream()
                .filter(run -> ids.contains(run.iteration()))
                .filter(run -> run.restorePoint().isPresent() && !run.undone())
                .filter(this::counts)
                .findFirst();
    }

    private boolean counts(RunRecord run) {
        return practiceCounts || !run.practice();
    }

    private static ProjectStatus.Completion completion(RunRecord run) {
        List<RunRecord.PassedStep> steps = run.passed();
        Optional<Instant> begun = steps.stream().map(RunRecord.PassedStep::from).min(Comparator.naturalOrder());
        Optional<Instant> ended =
                steps.stream().map(RunRecord.PassedStep::until).max(Comparator.naturalOrder());
        Duration took =
                begun.isPresent() && ended.isPresent() ? Duration.between(begun.get(), ended.get()) : Duration.ZERO;
        SortedMap<String, Downtime> away = new TreeMap<>();
        steps.forEach(step -> step.away().forEach((service, time) -> away.merge(service, time, Downtime::plus)));
        return new ProjectStatus.Completion(run.id(), run.lastWritten(), run.practice(), took, away);
    }
}
