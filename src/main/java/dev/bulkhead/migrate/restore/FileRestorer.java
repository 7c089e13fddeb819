package dev.bulkhead.migrate.restore;

import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Writes files back as a restore point has them. */
final class FileRestorer {

    private final AtomicFileSet files;

    FileRestorer(AtomicFileSet files) {
        this.files = files;
    }

    /**
     * Puts back the files that are not as they were; returns their names.
     *
     * @throws FileWriteException if one cannot be written; then none is changed
     */
    List<String> restore(List<FileCopy> copies) throws FileWriteException {
        try {
            List<FileCopy> changed = new ArrayList<>();
            for (FileCopy copy : copies) {
                if (!copy.stillTrue()) {
                    changed.add(copy);
                }
            }
            files.write(changed.stream()
                    .map(copy -> new FileWrite(copy.path(), copy.content()))
                    .toList());
            for (FileCopy copy : changed) {
                if (copy.mode().isPresent()) {
                    Files.setPosixFilePermissions(
                            copy.path(),
                            PosixFilePermissions.fromString(copy.mode().get()));
                }
            }
            return changed.stream().map(FileCopy::name).toList();
        } catch (IOException e) {
            throw new FileWriteException("The files cannot be put back: " + e.getMessage() + ".", e);
        }
    }
}
