package dev.bulkhead.app.guard;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.migrate.watch.GuardFiles;
import dev.bulkhead.migrate.watch.GuardStarter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starter of a guard as a process of its own: this program again, with the command {@code guard}. It does not hear the
 * signals of the terminal, has a session of its own where the system offers one, and says what it says in a log file.
 */
public final class GuardProcess implements GuardStarter {

    private static final String MAIN = "dev.bulkhead.app.Main";
    private static final String PRACTICE = "practice";
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final ComposeRequest project;
    private final Optional<String> engine;

    /**
     * Starts guards of a project's runs.
     *
     * @param engine the value of {@code --engine}; empty means DOCKER_HOST, else the current docker context
     */
    public GuardProcess(ComposeRequest project, Optional<String> engine) {
        this.project = project;
        this.engine = engine;
    }

    @Override
    public void start(String run, GuardFiles places) throws IOException, InterruptedException {
        if (engine.equals(Optional.of(PRACTICE))) {
            throw new IOException(
                    "the practice engine lives in this process and ends with it, so that no other process could go"
                            + " back on it; apply without --confirm-within and --watch");
        }
        PrivateFiles.write(places.log(), new byte[0]);
        ProcessBuilder builder = new ProcessBuilder(command(run));
        builder.redirectInput(nothing());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(places.log().toFile()));
        Process guard = builder.start();
        long began = System.nanoTime();
        while (!places.guarded()) {
            if (!guard.isAlive()) {
                throw new IOException("it ended at once: " + lastLine(places.log()));
            }
            if (System.nanoTime() - began > LONGEST_START.toNanos()) {
                guard.destroyForcibly();
                throw new IOException("it did not come to stand within " + LONGEST_START.toMinutes() + " minutes");
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines =
                Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    private List<String> command(String run) {
        List<String> command = new ArrayList<>(detached());
        command.addAll(program());
        command.addAll(List.of("guard", project.path().toAbsolutePath().toString()));
        project.files().forEach(file -> command.addAll(List.of("--file", file.toString())));
        project.projectName().ifPresent(name -> command.addAll(List.of("--project-name", name)));
        project.envFiles().forEach(file -> command.addAll(List.of("--env-file", file.toString())));
        project.profiles().forEach(profile -> command.addAll(List.of("--profile", profile)));
        engine.ifPresent(url -> command.addAll(List.of("--engine", url)));
        command.addAll(List.of(
                "--run", run, "--of", Long.toString(ProcessHandle.current().pid())));
        return command;
    }

    /** Signals that are ignored stay so in the program that a shell becomes; Java leaves ignored ones alone. */
    private static List<String> detached() {
        if (File.separatorChar == '\\') {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        onPath("setsid").ifPresent(setsid -> words.add(setsid.toString()));
        words.addAll(List.of("/bin/sh", "-c", "trap '' HUP INT QUIT; exec \"$@\"", "guard"));
        return words;
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** This program: its Java with its classes, or its launcher where it was packaged without a Java to call. */
    private static List<String> program() {
        Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
        if (!Files.isExecutable(java)) {
            return List.of(ProcessHandle.current().info().command().orElse("bulkhead"));
        }
        return List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Xss2m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path", ""),
                MAIN);
    }
}
