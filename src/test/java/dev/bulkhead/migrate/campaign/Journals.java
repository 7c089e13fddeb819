package dev.bulkhead.migrate.campaign;

import dev.bulkhead.migrate.run.RunState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Journals of a project's runs as another process looks at them while they are written.
 *
 * @param directory of the project
 */
record Journals(Path directory) {

    private static final int SHORTEST_MILLIS = 50;
    private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]+)\"");

    /** Returns the folder of each run, the newest last. */
    List<Path> runs() throws IOException {
        Path runs = directory.resolve(".bulkhead/runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.sorted().toList();
        }
    }

    /** Returns the lines of the newest. */
    List<String> newest() throws IOException {
        List<Path> runs = runs();
        return runs.isEmpty() ? List.of() : lines(runs.getLast());
    }

    private static List<String> lines(Path run) throws IOException {
        Path journal = run.resolve("journal.jsonl");
        return Files.isRegularFile(journal)
                ? new String(Files.readAllBytes(journal), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
    }

    /** Returns whether a journal has the line after which a point comes. */
    static boolean come(List<String> journal, Point point) {
        return journal.stream().anyMatch(line -> comes(line, point));
    }

    private static boolean comes(String line, Point point) {
        if (point.step().isPresent()) {
            boolean begins = point.moment() == Moment.BEFORE || point.moment() == Moment.IN;
            return isOfStep(line, begins ? "Began" : "Done", point);
        }
        return point.key().contains("restore point") ? is(line, "Secured") : entered(line, point);
    }

    /**
     * Returns whether a process that was killed had not gone on from where the records are going to be changed into those of
     * an end at the point: they would know nothing of a step that began meanwhile.
     */
    static boolean stillThere(List<String> journal, Point point) {
        boolean changed = point.moment() == Moment.AFTER || point.write().isPresent();
        return !changed || comes(journal.getLast(), point);
    }

    /** Returns how many milliseconds what is under way at a point took at most so far; a process can end anywhere in it. */
    int longest(Point point, List<String> journal) throws IOException {
        Predicate<String> begins = line -> entered(line, point);
        Predicate<String> ends = line -> is(line, "Entered");
        if (point.step().isPresent()) {
            String text = journal.stream()
                    .filter(line -> isOfStep(line, "Began", point))
                    .map(line -> part(line, TEXT))
                    .findFirst()
                    .orElseThrow();
            begins = line -> isOfStep(line, "Began", point) && part(line, TEXT).equals(text);
            ends = line -> isOfStep(line, "Done", point);
        }
        long longest = SHORTEST_MILLIS;
        for (Path run : runs()) {
            Optional<Instant> begun = Optional.empty();
            for (String line : lines(run)) {
                if (begun.isPresent() && ends.test(line)) {
                    longest = Math.max(
                            longest, Duration.between(begun.get(), at(line)).toMillis());
                    begun = Optional.empty();
                }
                if (begins.test(line)) {
                    begun = Optional.of(at(line));
                }
            }
        }
        return Math.toIntExact(longest);
    }

    private static boolean is(String line, String kind) {
        return line.contains("\"kind\":\"" + kind + "\"");
    }

    private static boolean isOfStep(String line, String kind, Point point) {
        return is(line, kind)
                && line.contains("\"step\":" + point.step().orElseThrow().number() + ",");
    }

    private static boolean entered(String line, Point point) {
        String stage = point.key().replaceAll(",.*", "").toUpperCase(Locale.ROOT);
        return is(line, "Entered") && line.contains("\"" + RunState.valueOf(stage.replace(' ', '_')) + "\"");
    }

    private static Instant at(String line) {
        return Instant.parse(part(line, AT));
    }

    private static String part(String line, Pattern pattern) {
        Matcher part = pattern.matcher(line);
        if (!part.find()) {
            throw new IllegalStateException("The journal has another form than expected: " + line);
        }
        return part.group(1);
    }
}
