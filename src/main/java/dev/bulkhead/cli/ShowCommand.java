package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.output.MapPicture;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.export.TopologyDot;
import dev.bulkhead.compose.export.TopologyJson;
import dev.bulkhead.compose.export.TopologyMermaid;
import dev.bulkhead.compose.export.TopologyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead show}: the resolved topology. */
@Command(name = "show", description = "Show the networks and services of a project as Compose resolves them.")
final class ShowCommand extends BulkheadCommand {

    enum Format {
        text,
        json,
        mermaid,
        dot,
        svg
    }

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    ShowCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.load(context());
        print(
                switch (format) {
                    case text -> TopologyText.of(read);
                    case json -> TopologyJson.of(read);
                    case mermaid -> TopologyMermaid.of(read.topology());
                    case dot -> TopologyDot.of(read.topology());
                    case svg -> MapPicture.svg(read.topology());
                });
        return ExitCodes.FINE;
    }
}
