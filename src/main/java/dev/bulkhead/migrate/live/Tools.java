package dev.bulkhead.migrate.live;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.MaskedEngine;
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
 * @param secrets what is given, set aside and masked
 */
public record Tools(
        ComposeRequest request,
        FileTree disk,
        AtomicFileSet files,
        Engine engine,
        InstantSource clock,
        SecretTools secrets) {

    /** Returns tools whose engine says no secret that became known on the way. */
    public static Tools masked(
            ComposeRequest request,
            FileTree disk,
            AtomicFileSet files,
            Engine engine,
            InstantSource clock,
            SecretTools secrets) {
        return new Tools(request, disk, files, MaskedEngine.of(engine, secrets::known), clock, secrets);
    }
}
