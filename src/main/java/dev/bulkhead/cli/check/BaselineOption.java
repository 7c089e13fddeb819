package dev.bulkhead.cli.check;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.workspace.BaselineFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that names the file of accepted findings. */
final class BaselineOption {

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "The findings that are accepted (default: bulkhead-baseline.yml in the project directory, where"
                            + " there is one).")
    private @Nullable Path file;

    /** Returns whether a file is named. */
    boolean isNamed() {
        return file != null;
    }

    /** Returns the file, whether it is there or not. */
    Path file(ComposeProject project) {
        return Optional.ofNullable(file)
                .map(path -> path.toAbsolutePath().normalize())
                .orElse(BaselineFile.of(project));
    }

    /**
     * As {@link #file}, of one that is there if it is named.
     *
     * @throws UsageException if it is named and not there
     */
    Path existing(ComposeProject project, CliContext context) throws UsageException {
        Path found = file(project);
        if (file != null && !context.files().isFile(found)) {
            throw new UsageException(
                    "There is no baseline " + file + "; correct its name, or write one with bulkhead accept.");
        }
        return found;
    }
}
