package dev.bulkhead.migrate.restore;

import dev.bulkhead.engine.ObservedState;
import java.util.List;

/**
 * All that a restore point holds.
 *
 * @param point what it is
 * @param project name of the project
 * @param directory where the project stood; files are put back where it stands now
 * @param files the files as they were and as the run writes them
 * @param state the engine as it was, containers of other projects left out
 */
public record RestoreContent(
        RestorePoint point, String project, String directory, List<FileCopy> files, ObservedState state) {

    public RestoreContent {
        files = List.copyOf(files);
    }
}
