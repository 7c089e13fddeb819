package dev.bulkhead.migrate.live;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileTree;
import java.time.InstantSource;

/**
 * Tools that change files and engine.
 *
 * @param request the project
 * @param disk reads files
 * @param files writes files
 * @param engine changes networks, memberships and services
 * @param clock tells the time
 */
public record Tools(ComposeRequest request, FileTree disk, AtomicFileSet files, Engine engine, InstantSource clock) {}
