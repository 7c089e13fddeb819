package dev.bulkhead.cli.command;

import dev.bulkhead.files.FileTree;
import dev.bulkhead.surroundings.host.EngineHost;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;

/**
 * Everything of the outside that commands work with: files, engines, environment, clock and streams.
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
        PrintWriter err) {}
