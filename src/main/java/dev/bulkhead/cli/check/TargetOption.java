package dev.bulkhead.cli.check;

import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.stack.StackProject;
import dev.bulkhead.compose.stack.StackReader;
import dev.bulkhead.files.FileTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that asks what becomes of a project where it is deployed otherwise than by Compose. */
final class TargetOption {

    private static final String SWARM = "swarm";

    @Option(
            names = "--target",
            paramLabel = "swarm",
            description =
                    "Tell also what docker stack deploy would refuse, change or drop of the project, and who reaches whom"
                            + " then.")
    private @Nullable String target;

    /** Returns whether it was asked. */
    boolean isAsked() {
        return target != null;
    }

    /**
     * Returns the project as it is read there; empty where that was not asked.
     *
     * @throws UsageException if there is no such target
     * @throws ComposeException if a file cannot be read any more
     */
    Optional<StackProject> read(FileTree files, ComposeProject project) throws UsageException, ComposeException {
        if (target == null) {
            return Optional.empty();
        }
        if (!target.equals(SWARM)) {
            throw new UsageException("--target " + target + " is not known; the only target is swarm.");
        }
        return Optional.of(StackReader.read(files, project));
    }
}
