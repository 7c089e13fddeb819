package dev.bulkhead.migrate.restore;

import dev.bulkhead.engine.observed.ObservedState;
import java.util.List;

/**
 * All that a restore point holds.
 *
 * @param point what it is
 * @param project name of the project
 * @param files the files as they were
 * @param state the engine as it was, containers of other projects left out
 */
public record RestoreContent(RestorePoint point, String project, List<FileCopy> files, ObservedState state) {

    public RestoreContent {
        files = List.copyOf(files);
    }
}
