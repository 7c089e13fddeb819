package dev.bulkhead.files;

import java.nio.file.Path;
import java.util.List;

/** A transaction of files that is cut off at one of its writes, as a kill leaves it. */
public final class CutTransaction {

    private CutTransaction() {}

    /** Writes as {@link AtomicFileSet#write} does, and returns in how many steps. */
    public static int steps(Path root, Path record, List<FileWrite> writes) throws FileWriteException {
        CrashingSteps steps = CrashingSteps.crashAtStep(Integer.MAX_VALUE);
        new AtomicFileSet(root, record, steps).write(writes);
        return steps.made(Integer.MAX_VALUE);
    }

    /**
     * Writes as {@link AtomicFileSet#write} does, up to a step.
     *
     * @param step counted from 0; in the middle of it the process ends
     * @return whether there are that many steps; otherwise all is written
     */
    public static boolean cutAt(int step, Path root, Path record, List<FileWrite> writes) throws FileWriteException {
        CrashingSteps steps = CrashingSteps.crashAtStep(step);
        try {
            new AtomicFileSet(root, record, steps).write(writes);
            return false;
        } catch (CrashingSteps.Crash crash) {
            return true;
        }
    }
}
