package dev.bulkhead.cli;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.workspace.RulesFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules hold for a project. */
final class RulesOption {

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "The operator's rules (default: bulkhead.yml in the project directory, where there is one).")
    private @Nullable Path file;

    Rules read(CliContext context, ComposeProject project) throws ComposeException {
        return RulesFile.read(context.files(), project, Optional.ofNullable(file));
    }
}
