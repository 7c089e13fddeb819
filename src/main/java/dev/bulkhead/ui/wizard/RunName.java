package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.iteration.FilesAsTheyAre;

/** Name of what a run carries out, as a part of a sentence. */
public final class RunName {

    private RunName() {}

    /** Returns the name of an iteration, or of the change that has none. */
    public static String of(String iteration) {
        return iteration.equals(FilesAsTheyAre.ID) ? "bringing the engine to the files" : "iteration " + iteration;
    }
}
