package dev.bulkhead.migrate.restore;

import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writer of files on the way back, as was decided, after copies of what others wrote are safe. */
public final class FileRestorer {

    private final AtomicFileSet files;
    private final RestorePoints points;
    private final String point;

    /**
     * Writes files.
     *
     * @param points keeps the copies
     * @param point the restore point that the copies are kept with
     */
    public FileRestorer(AtomicFileSet files, RestorePoints points, String point) {
        this.files = files;
        this.points = points;
        this.point = point;
    }

    /**
     * Makes the files what was decided; returns what was done, one sentence each.
     *
     * @throws FileWriteException if one cannot be written or has changed since the decision; then none is changed
     */
    public List<String> restore(FilesBack back) throws FileWriteException {
        List<String> told = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        List<FileWrite> writes = new ArrayList<>();
        try {
            for (FileReturn file : back.files()) {
                Path path = back.path(file);
                switch (file) {
                    case FileReturn.Stays _ -> {}
                    case FileReturn.Asks asks -> throw new FileWriteException(asks.sentence());
                    case FileReturn.Merged merged -> {
                        unchanged(path, merged.name(), Optional.of(merged.now().bytes()));
                        Path copy =
                                points.keep(point, merged.name(), merged.now().bytes());
                        writes.add(
                                new FileWrite(path, Optional.of(merged.content().bytes())));
                        told.add("Took the run's changes out of " + merged.name() + " and kept those made since; what"
                                + " it held stands in " + copy + ".");
                    }
                    case FileReturn.PutBack put -> {
                        unchanged(path, put.name(), put.now());
                        writes.add(new FileWrite(path, put.content()));
                        if (put.foreign() && put.now().isPresent()) {
                            Path copy = points.keep(point, put.name(), put.now().get());
                            told.add("Wrote the old bytes of " + put.name() + "; what it held stands in " + copy + ".");
                        } else {
                            plain.add(put.name());
                        }
                    }
                }
            }
            if (!writes.isEmpty()) {
                files.write(writes);
            }
            NewFolders.removeEmpty(files.root(), points.newFolders(point));
            for (FileReturn file : back.files()) {
                if (file instanceof FileReturn.PutBack put
                        && put.now().isEmpty()
                        && put.mode().isPresent()) {
                    Files.setPosixFilePermissions(
                            back.path(file),
                            PosixFilePermissions.fromString(put.mode().get()));
                }
            }
        } catch (IOException e) {
            throw new FileWriteException("The files cannot be put back: " + FileFaults.sentence(e), e);
        }
        if (!plain.isEmpty()) {
            told.addFirst("Wrote the old bytes of " + String.join(", ", plain) + ".");
        }
        return told;
    }

    private static void unchanged(Path path, String name, Optional<byte[]> decided)
            throws IOException, FileWriteException {
        Optional<byte[]> now = FileCopy.content(path);
        boolean same =
                now.isPresent() == decided.isPresent() && (now.isEmpty() || Arrays.equals(now.get(), decided.get()));
        if (!same) {
            throw new FileWriteException("File " + name + " was changed at this very moment; go back once more.");
        }
    }
}
