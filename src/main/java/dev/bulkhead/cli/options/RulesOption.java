package dev.bulkhead.cli.options;

import dev.bulkhead.check.CheckInput.RulesSource;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.IterationPath;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.workspace.RulesFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that names the rules of a project. */
public final class RulesOption {

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "The operator's rules (default: bulkhead.yml in the project directory, where there is one).")
    private @Nullable Path file;

    /**
     * Returns the rules for the checks, which tell themselves of what they cannot understand.
     *
     * @throws ComposeException if there is no such file or it cannot be opened
     */
    public RulesSource source(CliContext context, ComposeProject project) throws ComposeException {
        return source(() -> read(context, project));
    }

    /** As {@link #source(CliContext, ComposeProject)}, of files in another state. */
    public RulesSource source(CliContext context, ComposeProject project, FileTree files) throws ComposeException {
        return source(() -> read(context, project, files));
    }

    private static RulesSource source(RulesSource reader) throws ComposeException {
        try {
            Rules rules = reader.read();
            return () -> rules;
        } catch (ComposeException fault) {
            if (fault.mark().isEmpty()) {
                throw fault;
            }
            return () -> {
                throw fault;
            };
        }
    }

    /** Returns the rules of the file that was named, else of the project's own. */
    public Rules read(CliContext context, ComposeProject project) throws ComposeException {
        return judged(
                RulesFile.read(context.files(), project, Optional.ofNullable(file)), context, project, context.files());
    }

    /** As {@link #read(CliContext, ComposeProject)}, of files in another state, which may lack a file that is named. */
    public Rules read(CliContext context, ComposeProject project, FileTree files) throws ComposeException {
        boolean lacks = file != null && !files.isFile(file.toAbsolutePath().normalize());
        return lacks
                ? Rules.NONE
                : judged(RulesFile.read(files, project, Optional.ofNullable(file)), context, project, files);
    }

    private static Rules judged(Rules rules, CliContext context, ComposeProject project, FileTree files)
            throws ComposeException {
        try {
            return IterationPath.knownBy(
                    rules, files, project, context.knowledge().read());
        } catch (MigrationException incomplete) {
            return rules;
        }
    }
}
