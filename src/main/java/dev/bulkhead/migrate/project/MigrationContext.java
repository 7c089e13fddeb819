package dev.bulkhead.migrate.project;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.restore.StateDirectory;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Context of a project's migrations.
 *
 * @param request the project
 * @param files its files, as they are on disk
 * @param engine the engine it runs on
 * @param state where answers, journals and restore points are kept
 * @param clock tells the time
 * @param unsaved whether an editor holds changes that are not on disk yet
 * @param asksPorts whether published ports are asked while a run is at work, to know what users see of it
 */
public record MigrationContext(
        ComposeRequest request,
        FileTree files,
        Engine engine,
        StateDirectory state,
        InstantSource clock,
        BooleanSupplier unsaved,
        boolean asksPorts) {

    /** One in which published ports are asked. */
    public MigrationContext(
            ComposeRequest request,
            FileTree files,
            Engine engine,
            StateDirectory state,
            InstantSource clock,
            BooleanSupplier unsaved) {
        this(request, files, engine, state, clock, unsaved, true);
    }
}
