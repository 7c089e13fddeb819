package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Steps of which one does not happen, either because the disk refuses or because the process ends there. */
final class CrashingSteps extends FileSteps {

    /** The end of the process. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private enum Fault {
        CRASH,
        REFUSAL
    }

    private final Fault fault;
    private final Optional<Path> renameTo;
    private int stepsLeft;

    private CrashingSteps(Fault fault, int stepsLeft, Optional<Path> renameTo) {
        this.fault = fault;
        this.stepsLeft = stepsLeft;
        this.renameTo = renameTo;
    }

    static CrashingSteps crashAtStep(int step) {
        return new CrashingSteps(Fault.CRASH, step, Optional.empty());
    }

    static CrashingSteps refuseStep(int step) {
        return new CrashingSteps(Fault.REFUSAL, step, Optional.empty());
    }

    static CrashingSteps crashAtRename(Path to) {
        return new CrashingSteps(Fault.CRASH, Integer.MAX_VALUE, Optional.of(to));
    }

    /** Returns how many steps were made of those there were before the fault. */
    int made(int before) {
        return before - stepsLeft;
    }

    /** Returns whether the fault came. */
    boolean happened() {
        return stepsLeft < 0;
    }

    @Override
    void create(Path file, byte[] content, Readers readers) throws IOException {
        if (stepsLeft == 0 && fault == Fault.CRASH) {
            super.create(file, half(content), readers);
        }
        step(file);
        super.create(file, content, readers);
    }

    @Override
    void backUp(Path file, Path backup, boolean copy) throws IOException {
        step(file);
        super.backUp(file, backup, copy);
    }

    @Override
    void overwrite(Path file, byte[] content) throws IOException {
        if (stepsLeft == 0) {
            super.overwrite(file, half(content));
        }
        step(file);
        super.overwrite(file, content);
    }

    @Override
    void rename(Path from, Path to) throws IOException {
        if (renameTo.filter(to::equals).isPresent()) {
            throw new Crash();
        }
        step(to);
        super.rename(from, to);
    }

    @Override
    void setPermissions(Path file, String symbolic) throws IOException {
        step(file);
        super.setPermissions(file, symbolic);
    }

    @Override
    void delete(Path file) throws IOException {
        step(file);
        super.delete(file);
    }

    @Override
    void createDirectory(Path directory) throws IOException {
        step(directory);
        super.createDirectory(directory);
    }

    @Override
    void syncDirectory(Path directory) throws IOException {
        step(directory);
        super.syncDirectory(directory);
    }

    private void step(Path file) throws IOException {
        if (stepsLeft-- == 0) {
            if (fault == Fault.CRASH) {
                throw new Crash();
            }
            throw new IOException("no space left on device for " + file.getFileName());
        }
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }
}
