package dev.bulkhead.cli;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Checks;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.UsedRanges;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead check}: what is wrong with a project. */
@Command(
        name = "check",
        description = "Check addresses, networks and ports of a project.",
        footer = "Exit code 1 when there are findings worse than info.")
final class CheckCommand extends BulkheadCommand {

    enum Format {
        text,
        json
    }

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--live", description = "Check also against the engine's networks and the host's routes.")
    private boolean live;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.loadLenient(context());
        List<Finding> findings = new ArrayList<>(LoadFindings.of(read));
        Checks.run(new CheckInput(read.topology(), read.sources(), used(read))).stream()
                .filter(found -> findings.stream().noneMatch(known -> sameFault(known, found)))
                .forEach(findings::add);
        print(
                switch (format) {
                    case text -> FindingsText.of(findings);
                    case json -> FindingsJson.of(findings);
                });
        return findings.stream().anyMatch(f -> f.severity() != Severity.INFO) ? ExitCodes.FINDINGS : ExitCodes.FINE;
    }

    private static boolean sameFault(Finding known, Finding found) {
        return known.rule().equals(found.rule())
                && known.subjects().getFirst().equals(found.subjects().getFirst());
    }

    private List<UsedRange> used(ComposeProject read) throws Exception {
        if (!live) {
            return List.of();
        }
        try (EngineConnection connection = engine.connect(context(), read)) {
            return UsedRanges.of(
                    connection.gateway().observe(), context().routes().read());
        }
    }
}
