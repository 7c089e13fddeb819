package dev.bulkhead.cli.command;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.surroundings.host.EngineHost;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Context of the commands, all of the outside that they work with: files, engines, environment, clock and streams.
 *
 * @param files the files of the machine
 * @param host the machine that an engine runs on
 * @param engines finds engines
 * @param environment the environment that interpolation sees
 * @param knowledge reads what is known before looking at a project
 * @param window what needs the window's toolkit
 * @param guards starts guards
 * @param clock tells the time
 * @param out receives results and nothing else
 * @param err receives everything else
 */
public record CliContext(
        FileTree files,
        EngineHost host,
        EngineConnector engines,
        Map<String, String> environment,
        CatalogueAndPlaybooksSource knowledge,
        WindowPrograms window,
        GuardMaker guards,
        InstantSource clock,
        PrintWriter out,
        PrintWriter err) {

    /** Reader of what Bulkhead knows of images and iterations; asked only where needed, for reading takes its time. */
    @FunctionalInterface
    public interface CatalogueAndPlaybooksSource {

        /**
         * Returns what is known.
         *
         * @throws MigrationException if this installation is not complete
         */
        CatalogueAndPlaybooks read() throws MigrationException;
    }

    /** Maker of what starts a guard in a process of its own. */
    @FunctionalInterface
    public interface GuardMaker {

        /**
         * Returns what starts guards of a project's runs.
         *
         * @param engine the value of {@code --engine}, if it is given
         */
        GuardStarter of(ComposeRequest project, Optional<String> engine);
    }
}
