package dev.bulkhead.migrate.live;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.ServiceRunner;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileTree;
import java.time.InstantSource;

/**
 * What changes files and engine.
 *
 * @param request the project
 * @param disk reads files
 * @param files writes files
 * @param engine changes networks and memberships
 * @param services recreates services from files
 * @param clock tells the time
 */
public record Tools(
        ComposeRequest request,
        FileTree disk,
        AtomicFileSet files,
        EngineGateway engine,
        ServiceRunner services,
        InstantSource clock) {}
