package dev.bulkhead.files;

import dev.bulkhead.files.TransactionRecord.Entry;
import dev.bulkhead.files.TransactionRecord.Means;
import dev.bulkhead.files.TransactionRecord.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Recovery of a transaction that its own process could not end. */
final class TransactionRecovery {

    private final FileSteps steps;
    private final Path directory;

    TransactionRecovery(FileSteps steps, Path directory) {
        this.steps = steps;
        this.directory = directory;
    }

    Recovery end(TransactionRecord record) throws IOException {
        TransactionRun run = new TransactionRun(steps, directory, record);
        List<Path> files = record.entries().stream().map(Entry::target).toList();
        if (record.phase() == Phase.COMMITTING || record.phase() == Phase.ABORTING) {
            Optional<Entry> foreign = changedByOthers(record);
            if (foreign.isPresent()) {
                return new Recovery.Blocked(sentence(foreign.get()));
            }
        }
        return switch (record.phase()) {
            case STAGING -> {
                run.removeNewDirectories();
                run.tidyOrFail();
                yield new Recovery.Undone(files);
            }
            case COMMITTING -> {
                run.forward();
                run.tidy();
                yield new Recovery.Finished(files);
            }
            case ABORTING -> {
                run.back();
                run.removeNewDirectories();
                run.tidy();
                yield new Recovery.Undone(files);
            }
            case DONE -> {
                run.tidyOrFail();
                yield new Recovery.Nothing();
            }
        };
    }

    private static Optional<Entry> changedByOthers(TransactionRecord record) throws IOException {
        for (Entry entry : record.entries()) {
            Optional<String> present = Digests.ofFile(entry.target());
            boolean ours = present.equals(entry.before())
                    || present.equals(entry.after())
                    || (entry.means() == Means.OVERWRITE && partOf(entry.target(), entry.staged(), entry.backup()));
            if (!ours) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a file holds the beginning of one of two others: the write into it was cut off. */
    private static boolean partOf(Path file, Path... wholes) throws IOException {
        byte[] present = Files.readAllBytes(file);
        for (Path whole : wholes) {
            byte[] content = Files.exists(whole) ? Files.readAllBytes(whole) : new byte[0];
            if (content.length >= present.length
                    && Arrays.equals(present, 0, present.length, content, 0, present.length)) {
                return true;
            }
        }
        return false;
    }

    private String sentence(Entry entry) {
        return "An interrupted save cannot be finished because " + entry.target()
                + " has been changed by another program since; compare it with "
                + (entry.after().isPresent() ? entry.staged() : entry.backup()) + ", settle it by hand and delete "
                + directory + ".";
    }
}
