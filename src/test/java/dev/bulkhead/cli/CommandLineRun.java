package dev.bulkhead.cli;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.EngineConnector;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.PictureException;
import dev.bulkhead.cli.command.WindowPrograms;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.topology.Topology;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line as it was run in a test.
 *
 * @param code the exit code
 * @param out what stood on stdout
 * @param err what stood on stderr
 */
public record CommandLineRun(int code, String out, String err) {

    /** Runs a command on the practice engine; any other engine is one that does not answer. */
    public static CommandLineRun of(String... words) throws MigrationException {
        return reading(new DiskFileTree(), words);
    }

    /** Runs a command that reads files from a tree of the test's own. */
    static CommandLineRun reading(FileTree files, String... words) throws MigrationException {
        return with(files, (url, project) -> engine(url, project, files), Map.of(), new StringWriter(), words);
    }

    /** Runs a command on the engines of a connector. */
    public static CommandLineRun on(EngineConnector engines, String... words) throws MigrationException {
        return with(engines, Map.of(), new StringWriter(), words);
    }

    /** Runs a command on the engines of a connector, on a machine that the files of a tree tell of. */
    public static CommandLineRun on(FileTree files, EngineConnector engines, String... words)
            throws MigrationException {
        return with(files, engines, Map.of(), new StringWriter(), words);
    }

    /** Runs a command on engines of the test's own, with an environment, telling what goes to stderr as it comes. */
    static CommandLineRun with(
            EngineConnector engines, Map<String, String> environment, StringWriter err, String... words)
            throws MigrationException {
        return with(new DiskFileTree(), engines, environment, err, words);
    }

    private static CommandLineRun with(
            FileTree files, EngineConnector engines, Map<String, String> environment, StringWriter err, String... words)
            throws MigrationException {
        StringWriter out = new StringWriter();
        CliContext context = new CliContext(
                files,
                new EngineHost(new HostRoutes(files)),
                engines,
                environment,
                CatalogueAndPlaybooks::bundled,
                new NoWindow(),
                (request, url) -> GuardStarter.NONE,
                InstantSource.system(),
                new PrintWriter(out),
                new PrintWriter(err));
        int code = new BulkheadCli(context).run(List.of(words));
        return new CommandLineRun(code, out.toString(), err.toString());
    }

    private static Engine engine(Optional<String> url, Optional<ComposeProject> project, FileTree files)
            throws EngineException {
        if (!url.equals(Optional.of("practice"))) {
            throw new EngineException(
                    EngineException.Kind.UNREACHABLE,
                    "No engine answers at " + url.orElse("the standard address") + "; start it or name another.");
        }
        PracticeEngine engine = project.isPresent()
                ? PracticeEngine.running(project.get().topology(), PracticeTimer.realTime(), files)
                : new PracticeEngine(PracticeTimer.realTime());
        return Engine.of(engine, new PracticeServiceRunner(engine, new ComposeLoader(files)));
    }

    /** A machine on which the toolkit does not start. */
    private static final class NoWindow implements WindowPrograms {
        @Override
        public byte[] png(Topology topology) throws PictureException {
            throw new PictureException("The toolkit cannot start here; export svg instead.");
        }

        @Override
        public int tour(Path to) {
            return ExitCodes.FINE;
        }
    }
}
