package dev.bulkhead.app;

import dev.bulkhead.app.engine.EngineConnections;
import dev.bulkhead.app.guard.GuardProcess;
import dev.bulkhead.app.home.Logs;
import dev.bulkhead.app.home.UserDirectories;
import dev.bulkhead.cli.BulkheadCli;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Start of Bulkhead: a window, the tour, or a command. */
public final class Main {

    private Main() {}

    /** Starts what the words ask for. */
    public static void main(String[] words) {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home", ""));
        UserDirectories directories = UserDirectories.of(environment, home, System.getProperty("os.name", ""));
        Logs.start(directories);
        switch (Launch.of(List.of(words))) {
            case Launch.OpenWindow window -> new WindowLaunch(directories, environment, home, window).run();
            case Launch.Help() -> {
                System.out.print(Launch.WINDOW_HELP);
                end(run(List.of("--help"), home));
            }
            case Launch.RunCommand command -> end(run(command.words(), home));
        }
    }

    /**
     * Ends the process at once. Before {@code System.exit} ends it, Java looks through every jar for somebody who logs that, a seventh
     * of a short command; nothing here waits for the end of the process.
     */
    private static void end(int code) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }

    /** Runs a command and returns its exit code. */
    static int run(List<String> words, Path home) {
        // picocli would look through every jar for Groovy, which is some of each start
        System.setProperty("picocli.disable.closures", "true");
        // Results and complaints are UTF-8, whatever the machine's locale says.
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new BulkheadCli(context(home, out, err)).run(words);
    }

    /** Returns the outside that commands work with. */
    static CliContext context(Path home, PrintWriter out, PrintWriter err) {
        FileTree files = new DiskFileTree();
        return new CliContext(
                files,
                new ThisMachine(files, System.getenv()).asked(),
                new EngineConnections(files, System.getenv(), home, PracticeTimer.realTime()),
                System.getenv(),
                CatalogueAndPlaybooks::bundled,
                new CommandWindow(),
                GuardProcess::new,
                InstantSource.system(),
                out,
                err);
    }
}
