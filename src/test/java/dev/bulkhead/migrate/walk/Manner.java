package dev.bulkhead.migrate.walk;

import dev.bulkhead.testing.ProgramOnHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Manner of a walk: how each iteration on it is made. */
sealed interface Manner {

    /** Each is made. */
    record Straight() implements Manner {}

    /** Each is made, undone and made again. */
    record Twice() implements Manner {}

    /** Each is killed at a point of chance; then it goes on, or back and is made again. */
    final class Killed implements Manner {

        private static final Pattern STEP = Pattern.compile("(?m)^(\\d+)\\. (?!\\*\\*)");
        private static final int KILLED = 128 + 9;
        private static final int LONGEST_MILLIS = 1500;

        private final Random random;

        Killed(long seed) {
            random = new Random(seed);
        }

        /** Returns whether the next run is continued; otherwise it is gone back from. */
        boolean goesOn() {
            return random.nextBoolean();
        }

        /**
         * Applies, and kills the process a moment after it began with a step that is chosen among those that the plan has.
         *
         * @return whether it was killed; otherwise it came to its end before
         */
        boolean killed(ProgramOnHost program, Path folder, String... words) throws IOException {
            int steps = steps(program, words);
            int step = 1 + random.nextInt(steps);
            int moment = random.nextInt(LONGEST_MILLIS);
            System.err.println("  killed " + moment + " ms after the beginning of step " + step + " of " + steps);
            Path said = folder.resolve("said");
            Process process = program.start(said, "apply", words);
            try {
                while (process.isAlive() && begun(said) < step) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                }
                process.waitFor(moment, TimeUnit.MILLISECONDS);
                return process.destroyForcibly().waitFor() == KILLED;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a run was under way", e);
            }
        }

        private static int steps(ProgramOnHost program, String... words) throws IOException {
            return program.run("plan", without(words)).output().split("\"number\" :", -1).length - 1;
        }

        /** A plan is not asked for a yes, and told as JSON. */
        private static String[] without(String... words) {
            return String.join("\n", words).replace("--yes", "--format\njson").split("\n");
        }

        private static int begun(Path said) throws IOException {
            return STEP.matcher(Files.readString(said, StandardCharsets.UTF_8))
                    .results()
                    .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                    .max(Integer::compare)
                    .orElse(0);
        }
    }

    /** Returns the manner of this name: {@code straight}, {@code twice} or {@code killed}. */
    static Manner named(String name, long seed) {
        return switch (name) {
            case "straight" -> new Straight();
            case "twice" -> new Twice();
            case "killed" -> new Killed(seed);
            default -> throw new IllegalArgumentException("there is no manner '" + name + "' to walk in");
        };
    }
}
