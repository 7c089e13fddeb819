package dev.bulkhead.migrate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A project on its way along the iterations, by the program as its user starts it: with what each took, and the way back to
 * every point.
 */
final class Walk {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** How the program ends where it does not begin. */
    private static final int REFUSED = 2;

    private static final Duration LONG = Duration.ofMinutes(4);

    /** How files and engine stand. */
    private record Standing(String step, SortedMap<String, String> files, String engine, String point) {}

    private final VoyageProject project;
    private final ProgramOnHost program;
    private final List<StepFigures> figures = new ArrayList<>();
    private final Deque<Standing> before = new ArrayDeque<>();
    private StepFigures.@Nullable Made last;

    /** Looks at how the project stands before the first step. */
    Walk(VoyageProject project) throws IOException {
        this.project = project;
        this.program = new ProgramOnHost(project.stack());
        figures.add(figure("before"));
        say(figures.getLast());
        keep("before");
    }

    private void say(StepFigures step) {
        System.err.print(engine().release() + " " + step.line());
    }

    /** Makes an iteration in a manner, with the answers that are proposed or these, and looks at what came of it. */
    void make(String iteration, Manner manner, String... words) throws IOException {
        switch (manner) {
            case Manner.Straight _ -> make(iteration, words);
            case Manner.Twice _ -> {
                make(iteration, words);
                backOne();
                make(iteration, words);
            }
            case Manner.Killed killed -> makeKilled(iteration, killed, words);
        }
        figures.add(figure(iteration));
        say(figures.getLast());
        keep(iteration);
    }

    /** Keeps the files as they stand after a step for pictures of them, where a folder for it was named. */
    private void keep(String step) throws IOException {
        String to = System.getProperty("bulkhead.walk.files", "");
        if (!to.isEmpty()) {
            Path directory = project.stack().directory();
            Path copy = Path.of(to).resolve(step).resolve(directory.getFileName());
            SampleFiles.copyTree(directory, copy);
            if (Files.exists(copy.resolve(".bulkhead"))) {
                SampleFiles.deleteTree(copy.resolve(".bulkhead"));
            }
        }
    }

    /** Makes an iteration, or looks that a refusal says in a sentence why it is not for this project and touches nothing. */
    void makeUnlessRefused(String iteration, String... words) throws IOException {
        Standing standing = standing("iteration " + iteration);
        Instant began = Instant.now();
        Commands.Output output = program.run("apply", line(iteration, words));
        if (output.exitCode() == REFUSED) {
            String why = output.output().lines().toList().getLast();
            assertThat(why).endsWith(".").doesNotContain("Exception", "null");
            expect(standing);
            last = null;
            figures.add(figure(iteration + ": refused. " + why));
        } else {
            done(standing, output, Duration.between(began, Instant.now()));
            figures.add(figure(iteration));
        }
        say(figures.getLast());
    }

    /** Makes an iteration, which has to be verified. */
    private void make(String iteration, String... words) throws IOException {
        Standing standing = standing("iteration " + iteration);
        Instant began = Instant.now();
        Commands.Output applied = program.run("apply", line(iteration, words));
        done(standing, applied, Duration.between(began, Instant.now()));
    }

    private void done(Standing standing, Commands.Output output, Duration took) throws IOException {
        assertThat(output.output()).as(standing.step()).contains("Done and verified.");
        assertThat(output.exitCode()).as(standing.step()).isZero();
        before.push(new Standing(standing.step(), standing.files(), standing.engine(), newestPoint()));
        last = StepFigures.Made.of(
                output.output(), changed(standing.files(), files()).size(), took);
    }

    /** The process is killed at a point of chance; then it is continued, or gone back from and made again. */
    private void makeKilled(String iteration, Manner.Killed killed, String... words) throws IOException {
        Standing standing = standing("iteration " + iteration);
        Instant began = Instant.now();
        while (!killed.killed(program, engine().folder("said"), line(iteration, words))) {
            // the run was over before; it is gone back from, and killed earlier
            before.push(new Standing(standing.step(), standing.files(), standing.engine(), newestPoint()));
            backOne();
        }
        if (killed.goesOn()) {
            System.err.println("  continued");
            done(standing, program.run("apply", "--continue", "--yes"), Duration.between(began, Instant.now()));
        } else {
            System.err.println("  gone back from, and made again");
            back(program.run("rollback", "--yes"), standing);
            make(iteration, words);
        }
    }

    private static String[] line(String iteration, String... words) {
        List<String> line = new ArrayList<>(List.of("--iteration", iteration, "--yes"));
        line.addAll(List.of(words));
        return line.toArray(String[]::new);
    }

    private StepFigures figure(String step) throws IOException {
        return StepFigures.of(step, Optional.ofNullable(last), program, published());
    }

    /** Goes back to where each iteration began, one after the other, and expects every byte and the engine as they were. */
    void back() throws IOException {
        while (!before.isEmpty()) {
            backOne();
        }
    }

    private void backOne() throws IOException {
        Standing standing = before.pop();
        back(program.run("rollback", "--to", standing.point(), "--yes"), standing);
    }

    private void back(Commands.Output back, Standing standing) throws IOException {
        assertThat(back.output())
                .as("back from " + standing.step())
                .contains("Rolled back: files and engine are as they were.");
        expect(standing);
        System.err.println(engine().release() + " back to where it was before " + standing.step());
    }

    private void expect(Standing standing) throws IOException {
        assertThat(changed(standing.files(), files()))
                .as("files that differ from before " + standing.step())
                .isEmpty();
        String now = engineState();
        // whole, it is thousands of lines
        assertThat(linesThatDiffer(standing.engine(), now))
                .as("engine before " + standing.step())
                .isEmpty();
        assertThat(now.equals(standing.engine()))
                .as("engine before " + standing.step() + ", the order of lines")
                .isTrue();
    }

    private static List<String> linesThatDiffer(String before, String now) {
        List<String> gone = new ArrayList<>(before.lines().toList());
        List<String> come = new ArrayList<>();
        now.lines().filter(line -> !gone.remove(line)).forEach(come::add);
        return Stream.concat(
                        gone.stream().map(line -> "only before: " + line),
                        come.stream().map(line -> "only now: " + line))
                .toList();
    }

    /** Returns what each step took and gained, as a table. */
    String table() {
        StringBuilder table = new StringBuilder(StepFigures.head());
        figures.forEach(step -> table.append(step.line()));
        return table.toString();
    }

    /** Returns how things stand now. */
    StepFigures now() {
        return figures.getLast();
    }

    private Standing standing(String step) throws IOException {
        return new Standing(step, files(), engineState(), "");
    }

    /** Returns the newest restore point, which is the one that the last run began with. */
    private String newestPoint() throws IOException {
        String said = program.run("status", "--format", "json").output();
        JsonNode points = JSON.readTree(said.substring(said.indexOf('{'))).path("restorePoints");
        return points.path(0).path("id").asText();
    }

    private String engineState() throws IOException {
        Awaitility.await()
                .atMost(LONG)
                .until(() -> engine().docker("ps", "--filter", "health=starting", "-q")
                        .isBlank());
        return project.inspected().everything();
    }

    private PrivateEngine engine() {
        return project.stack().engine();
    }

    /** Returns each published port once, as the engine has it. */
    private List<String> published() throws IOException {
        return engine().docker("ps", "--format", "{{.Ports}}")
                .lines()
                .flatMap(line -> Stream.of(line.split(", ", -1)))
                .filter(port -> port.contains("->"))
                .map(port -> port.replaceFirst("^.*:([^:>]+)->.*/", "$1/"))
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the name of each file of the project to its bytes and permissions, and of each folder. */
    private SortedMap<String, String> files() throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        Path directory = project.stack().directory();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.toList()) {
                String name = directory.relativize(path).toString();
                if (!name.startsWith(".bulkhead") && Files.isRegularFile(path)) {
                    all.put(
                            name,
                            Files.readString(path, StandardCharsets.ISO_8859_1) + Files.getPosixFilePermissions(path));
                } else if (!name.startsWith(".bulkhead") && Files.isDirectory(path)) {
                    all.put(name + "/", "folder");
                }
            }
        }
        return all;
    }

    private static List<String> changed(SortedMap<String, String> earlier, SortedMap<String, String> now) {
        return Stream.concat(earlier.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(earlier.get(name), now.get(name)))
                .sorted()
                .toList();
    }
}
