package dev.bulkhead.migrate.campaign;

import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The campaign to one destination: it lets an undisturbed run tell the points there are, makes every mishap that can be at
 * each of them, and counts what was tried and what passed.
 */
final class Campaign {

    private final Destination destination;
    private final Worlds where;
    private final long seed;
    private final Map<MishapKind, Tally> tallies = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> untried = new TreeMap<>();
    private Stage stage;

    /** What was tried, and what of it passed. */
    record Tally(int tried, int passed) {
        Tally with(boolean well) {
            return new Tally(tried + 1, passed + (well ? 1 : 0));
        }
    }

    /** A world at the beginning of the run, with how an undisturbed one ends. */
    private record Stage(
            World world,
            Standing before,
            Standing end,
            List<Point> points,
            List<Point> back,
            Map<String, Integer> writes) {}

    private record Attempt(Point point, MishapKind kind) {}

    /** The campaign on the practice engine, in a folder. */
    Campaign(Destination destination, Path scratch, long seed) throws Exception {
        this(destination, new OnPractice(destination, scratch), seed);
    }

    Campaign(Destination destination, Worlds where, long seed) throws Exception {
        this.destination = destination;
        this.where = where;
        this.seed = seed;
        this.stage = begin();
    }

    /** Makes worlds with the project in them, each without a trace of the one before. */
    @FunctionalInterface
    interface Worlds {
        World next() throws Exception;
    }

    private static final class OnPractice implements Worlds {
        private final Destination destination;
        private final Path scratch;
        private final CatalogueAndPlaybooks known;
        private int worlds;

        OnPractice(Destination destination, Path scratch) throws MigrationException {
            this.destination = destination;
            this.scratch = scratch;
            this.known = CatalogueAndPlaybooks.bundled();
        }

        @Override
        public World next() throws Exception {
            Path parent = Files.createDirectories(scratch.resolve(destination.name() + worlds++));
            if (worlds > 2) {
                SampleFiles.deleteTree(scratch.resolve(destination.name() + (worlds - 2)));
            }
            return PracticeWorld.start(Files.createDirectories(parent.resolve("harbour")), known);
        }
    }

    /**
     * Tries attempts with some kinds of mishaps for as long as there is time: of each kind one, then of each a second, each
     * at the next kind of operation, as chance has them.
     *
     * @param told hears a line of each as it ends: a campaign that takes an hour is looked at meanwhile
     */
    void carryOut(Set<MishapKind> kinds, int most, Instant until, Consumer<String> told) throws Exception {
        List<Attempt> attempts = spread(attempts().stream()
                .filter(attempt -> kinds.contains(attempt.kind()))
                .toList());
        try {
            for (int i = 0; i < Math.min(most, attempts.size()) && Instant.now().isBefore(until); i++) {
                Instant began = Instant.now();
                Verdict verdict = attempt(attempts.get(i), seed + i);
                told.accept("%4d s  %s at %s: %s"
                        .formatted(
                                Duration.between(began, Instant.now()).toSeconds(),
                                attempts.get(i).kind().words(),
                                attempts.get(i).point(),
                                verdict));
            }
        } finally {
            stage.world().close();
        }
    }

    private List<Attempt> spread(List<Attempt> all) {
        Random random = new Random(seed);
        List<Attempt> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        Map<MishapKind, Map<String, Deque<Attempt>>> sorted = new TreeMap<>();
        for (Attempt attempt : shuffled) {
            sorted.computeIfAbsent(attempt.kind(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(attempt.point().operation(), operation -> new ArrayDeque<>())
                    .add(attempt);
        }
        List<Deque<Deque<Attempt>>> kinds = new ArrayList<>();
        sorted.values().forEach(operations -> kinds.add(new ArrayDeque<>(operations.values())));
        Collections.shuffle(kinds, random);
        List<Attempt> spread = new ArrayList<>();
        while (spread.size() < all.size()) {
            for (Deque<Deque<Attempt>> operations : kinds) {
                Deque<Attempt> next = operations.pollFirst();
                if (next != null) {
                    spread.add(next.removeFirst());
                    if (!next.isEmpty()) {
                        operations.addLast(next);
                    }
                }
            }
        }
        return spread;
    }

    /** Tries every n-th of all attempts with some kinds of mishaps. */
    void carryOut(Set<MishapKind> kinds, int every) throws Exception {
        List<Attempt> attempts = attempts().stream()
                .filter(attempt -> kinds.contains(attempt.kind()))
                .toList();
        try {
            for (int i = Math.floorMod(seed, every); i < attempts.size(); i += every) {
                attempt(attempts.get(i), seed + i);
            }
        } finally {
            stage.world().close();
        }
    }

    private Verdict attempt(Attempt attempt, long chance) throws Exception {
        Trial trial = new Trial(stage.world(), destination, stage.before(), stage.end(), chance);
        Verdict verdict = trial.carryOut(here(attempt.point()), attempt.kind());
        switch (verdict) {
            case Verdict.Passed() -> count(attempt.kind(), true);
            case Verdict.Failed(String what) -> {
                count(attempt.kind(), false);
                String failure = destination.words() + ", " + attempt.kind().words() + " at " + attempt.point()
                        + " (seed " + chance + "): " + what;
                // the whole takes long
                System.err.println("failed: " + failure);
                failures.add(failure);
            }
            case Verdict.NotTried(String why) -> untried.merge(attempt.kind().words() + ": " + why, 1, Integer::sum);
        }
        if (trial.spent()) {
            stage.world().close();
            stage = begin();
        }
        return verdict;
    }

    /** The same point of the present world, whose files stand elsewhere. */
    private Point here(Point point) {
        return Stream.concat(stage.points().stream(), stage.back().stream())
                .filter(present -> present.key().equals(point.key()))
                .findFirst()
                .map(present -> new Point(
                        point.key(), present.step(), point.operation(), point.moment(), point.half(), point.write()))
                .orElse(point);
    }

    private void count(MishapKind kind, boolean well) {
        tallies.put(kind, tallies.getOrDefault(kind, new Tally(0, 0)).with(well));
    }

    private Stage begin() throws Exception {
        World world = where.next();
        destination.prepare(world);
        Standing before = world.standing();
        world.occasions().nothing();
        require(destination.session(world.migration()).apply(world.occasions()), RunState.SUCCEEDED);
        List<Point> points = world.occasions().met();
        Standing end = world.standing();
        world.occasions().nothing();
        require(
                world.migration()
                        .rollback(
                                Optional.of(world.migration()
                                        .restorePoints()
                                        .getFirst()
                                        .id()),
                                Map.of(),
                                Set.of(),
                                world.occasions()),
                RunState.ROLLED_BACK);
        List<Point> back = world.occasions().met();
        world.occasions().nothing();
        List<String> differences = before.differencesTo(world.standing());
        if (!differences.isEmpty()) {
            throw new IllegalStateException("An undisturbed run and way back leave differences: " + differences);
        }
        return new Stage(world, before, end, points, back, new CutWrites(world, before).count(points, filesBack(back)));
    }

    /** The way back begins with the files. */
    private static Optional<Point> filesBack(List<Point> back) {
        return back.stream()
                .filter(point -> point.key().startsWith("rolling back, entered"))
                .findFirst();
    }

    private static void require(RunOutcome outcome, RunState wanted) {
        if (outcome.state() != wanted) {
            throw new IllegalStateException("An undisturbed run ended otherwise: " + outcome.sentence());
        }
    }

    private List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        for (Point point : stage.points()) {
            Set<MishapKind> kinds = point.step()
                    .map(step -> OperationMishaps.of(step.operation()))
                    .orElseGet(OperationMishaps::between);
            for (MishapKind kind : kinds) {
                if (kind.endsTheProcess()) {
                    ends(point).forEach(end -> attempts.add(new Attempt(end, kind)));
                } else if (kind.isAnAnswer()) {
                    boolean done = kind == MishapKind.DONE_BUT_REFUSED;
                    if (point.key().contains(done ? " answered " : " called ")) {
                        attempts.add(new Attempt(point, kind));
                    }
                } else if (!point.half() && PointSubjects.has(point, kind)) {
                    attempts.add(new Attempt(point, kind));
                }
            }
        }
        for (Point point : stage.back()) {
            ends(point).forEach(end -> attempts.add(new Attempt(end, MishapKind.KILLED_ON_THE_WAY_BACK)));
        }
        return attempts;
    }

    /** A process can end between any two things that it does, also between two writes of one step. */
    private List<Point> ends(Point point) {
        List<Point> ends = new ArrayList<>(List.of(point));
        if (point.moment() == Moment.JOURNALLED && point.step().isPresent()) {
            ends.add(point.unwritten());
        }
        for (int write = 0; write < stage.writes().getOrDefault(point.key(), 0); write++) {
            ends.add(point.atWrite(write));
        }
        return ends;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    int tried() {
        return tallies.values().stream().mapToInt(Tally::tried).sum();
    }

    /** Returns the kinds of mishaps that words name; all if there are none. */
    static Set<MishapKind> kindsNamed(String words) {
        return words.isEmpty()
                ? EnumSet.allOf(MishapKind.class)
                : Arrays.stream(words.split(","))
                        .map(MishapKind::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MishapKind.class)));
    }

    /** Returns what was tried, what passed, and what was not tried and why. */
    String words() {
        StringBuilder words = new StringBuilder();
        int passed = tallies.values().stream().mapToInt(Tally::passed).sum();
        words.append("%-24s tried %5d, passed %5d%n".formatted(destination.words(), tried(), passed));
        tallies.forEach((kind, tally) ->
                words.append("    %-44s %5d %5d%n".formatted(kind.words(), tally.tried(), tally.passed())));
        untried.forEach((why, times) -> words.append("    not tried: %s (%d)%n".formatted(why, times)));
        return words.toString();
    }
}
