package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.files.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** End of a save that was cut off, for instance by a crash; otherwise opening a project writes nothing. */
final class InterruptedSave {

    private InterruptedSave() {}

    /**
     * Ends an interrupted save of a project, if there is one; one that another process is busy with is left to it.
     *
     * @return whether files may have changed
     * @throws ComposeException if it needs a person, with a sentence that says what to do
     */
    static boolean end(Path projectDirectory) throws ComposeException {
        ProjectDirectory state = ProjectDirectory.of(projectDirectory);
        if (!Files.isDirectory(state.transactionDirectory())) {
            return false;
        }
        try {
            Optional<ExclusiveLock> lock = ExclusiveLock.tryTake(state.lockFile());
            if (lock.isEmpty()) {
                return false;
            }
            try (ExclusiveLock _ = lock.get()) {
                return switch (new AtomicFileSet(projectDirectory, state.transactionDirectory()).recover()) {
                    case Recovery.Nothing() -> false;
                    case Recovery.Finished _, Recovery.Undone _ -> true;
                    case Recovery.Blocked(String sentence) -> throw new ComposeException(sentence);
                };
            }
        } catch (IOException failed) {
            throw new ComposeException("An interrupted save in " + state.path() + " cannot be looked at: "
                    + failed.getMessage() + "; give yourself access to it.");
        }
    }
}
