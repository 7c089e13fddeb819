package dev.bulkhead.migrate.execute;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.record.Digest;
import dev.bulkhead.migrate.restore.ThreeWayMerge;
import dev.bulkhead.topology.edit.FileMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations on a project's files. Where a phase of the run was taken back alone, files no longer read as the plan foresaw;
 * a later change is then laid over what they hold, where the two do not meet.
 */
public final class FileOperations {

    private final Tools tools;
    private final Rewritten rewritten;

    /** Works on a project's files. */
    public FileOperations(Tools tools, Rewritten rewritten) {
        this.tools = tools;
        this.rewritten = rewritten;
    }

    /** Texts that a run has written and no plan holds. */
    public interface Rewritten {

        /** None, and none to come. */
        Rewritten NONE = new Rewritten() {
            @Override
            public boolean has(String file, Optional<String> digest) {
                return false;
            }

            @Override
            public void add(String file, Optional<String> digest) {
                throw new IllegalStateException(
                        "Nothing is taken back alone here, and so " + file + " is not rewritten.");
            }
        };

        /** Returns whether a file was given a text, told by the digest of its bytes, or removed. */
        boolean has(String file, Optional<String> digest);

        /**
         * Adds one that is about to be written.
         *
         * @throws IOException if it cannot be kept; then it must not be written
         */
        void add(String file, Optional<String> digest) throws IOException;
    }

    String write(List<TextChange> changes) throws FileWriteException, OperationRunner.FailedException {
        List<Wanted> wanted = new ArrayList<>();
        for (TextChange change : changes) {
            Optional<String> present = present(change);
            if (present.equals(change.after())) {
                continue;
            }
            if (present.equals(change.before())) {
                wanted.add(new Wanted(change, change.after(), true));
            } else if (rewritten.has(change.name(), present.map(FileOperations::digest))) {
                wanted.add(
                        new Wanted(change, laidOver(change.before(), change.after(), present, change.name()), false));
            } else {
                throw new OperationRunner.FailedException("File " + change.name()
                        + " has changed on disk since the plan was made; make a new plan from what it holds now.");
            }
        }
        writeAll(wanted);
        return wanted.isEmpty()
                ? "written already"
                : wanted.size() + (wanted.size() == 1 ? " file" : " files") + " written";
    }

    /**
     * Takes changes out of the files again and leaves in them what others changed.
     *
     * @return names of the files that were written
     * @throws OperationRunner.FailedException if one was changed in the same place meanwhile; then none is written
     */
    public List<String> takeOut(List<TextChange> changes) throws FileWriteException, OperationRunner.FailedException {
        List<Wanted> wanted = new ArrayList<>();
        for (TextChange change : changes) {
            Optional<String> present = present(change);
            Optional<String> without = present.equals(change.after())
                    ? change.before()
                    : laidOver(change.after(), change.before(), present, change.name());
            if (!present.equals(without)) {
                wanted.add(new Wanted(change, without, false));
            } else if (!rewritten.has(change.name(), present.map(FileOperations::digest))) {
                keep(change.name(), present);
            }
        }
        writeAll(wanted);
        return wanted.stream().map(file -> file.change().name()).toList();
    }

    /** A text that nobody wrote, as the change did not come so far, is one that later changes are laid over. */
    private void keep(String name, Optional<String> text) throws OperationRunner.FailedException {
        try {
            rewritten.add(name, text.map(FileOperations::digest));
        } catch (IOException e) {
            throw new OperationRunner.FailedException("What is written cannot be kept: " + e.getMessage() + ".", e);
        }
    }

    /** A text for a file, and whether it is the one that the plan foresaw. */
    private record Wanted(TextChange change, Optional<String> text, boolean foreseen) {}

    private void writeAll(List<Wanted> wanted) throws FileWriteException, OperationRunner.FailedException {
        List<FileWrite> writes = new ArrayList<>();
        try {
            requireReadable(wanted);
            for (Wanted file : wanted) {
                if (!file.foreseen()) {
                    rewritten.add(file.change().name(), file.text().map(FileOperations::digest));
                }
                writes.add(new FileWrite(
                        file.change().path(),
                        file.text().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        file.change().modeAfter().map(FileMode::symbolic)));
            }
        } catch (IOException e) {
            throw new OperationRunner.FailedException("What is written cannot be kept: " + e.getMessage() + ".", e);
        }
        tools.files().write(writes);
    }

    /** Texts that the plan foresaw were read when it was made; others have to be read before they are written. */
    private void requireReadable(List<Wanted> wanted) throws OperationRunner.FailedException {
        if (wanted.stream().allMatch(Wanted::foreseen)) {
            return;
        }
        Map<Path, Optional<byte[]>> texts = new HashMap<>();
        wanted.forEach(file ->
                texts.put(file.change().path(), file.text().map(text -> text.getBytes(StandardCharsets.UTF_8))));
        try {
            new ComposeLoader(OverlayFileTree.withAbsent(tools.disk(), texts)).load(tools.request());
        } catch (ComposeException e) {
            throw new OperationRunner.FailedException(
                    "Without what was taken back before, the project cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<String> laidOver(
            Optional<String> base, Optional<String> ours, Optional<String> present, String name)
            throws OperationRunner.FailedException {
        if (base.isPresent() && ours.isPresent() && present.isPresent()) {
            ThreeWayMerge.Result result =
                    ThreeWayMerge.merge(bytes(base.get()), bytes(ours.get()), bytes(present.get()));
            if (result.merged().isPresent()) {
                return result.merged().map(merged -> new String(merged, StandardCharsets.UTF_8));
            }
        }
        throw new OperationRunner.FailedException("File " + name + " has been changed in the same place meanwhile, as a"
                + " service beside it was taken back; make a new plan for this one.");
    }

    private Optional<String> present(TextChange change) throws OperationRunner.FailedException {
        if (!tools.disk().isFile(change.path())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(tools.disk().read(change.path()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OperationRunner.FailedException(
                    "File " + change.name() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String text) {
        return Digest.of(bytes(text));
    }
}
