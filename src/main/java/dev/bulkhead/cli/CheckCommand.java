package dev.bulkhead.cli;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.LiveOption;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.options.RulesOption;
import dev.bulkhead.cli.output.FindingsJson;
import dev.bulkhead.cli.output.FindingsSarif;
import dev.bulkhead.cli.output.FindingsText;
import dev.bulkhead.compose.ComposeProject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead check}: what is wrong with a project. */
@Command(
        name = "check",
        description = "Check a project: addresses, networks, ports, exposure, good practice and the operator's rules.",
        footer = "Exit code 1 when there are findings worse than info; warnings of reading do not count.")
final class CheckCommand extends BulkheadCommand {

    enum Format {
        text,
        json,
        sarif
    }

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LiveOption live = new LiveOption();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.loadLenient(context());
        CheckInput input = CheckInput.of(read)
                .withRulesFrom(rules.source(context(), read))
                .withAround(live.look(context(), read))
                .withCatalogue(context().knowledge().read().catalogue());
        live.tellAssumptions(context(), input.rules().applyTo(input.reach()));
        List<Finding> findings = Checks.run(input);
        print(
                switch (format) {
                    case text -> FindingsText.of(findings);
                    case json -> FindingsJson.of(findings);
                    case sarif -> FindingsSarif.of(findings);
                });
        return Checks.fail(findings) ? ExitCodes.FINDINGS : ExitCodes.FINE;
    }
}
