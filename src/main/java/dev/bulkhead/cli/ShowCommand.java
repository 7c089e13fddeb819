package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.EnginesOption;
import dev.bulkhead.cli.options.OpenHosts;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.cli.output.MapPicture;
import dev.bulkhead.cli.output.hosts.HostsJson;
import dev.bulkhead.cli.output.hosts.HostsText;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.export.TopologyDot;
import dev.bulkhead.compose.export.TopologyJson;
import dev.bulkhead.compose.export.TopologyMermaid;
import dev.bulkhead.compose.export.TopologyText;
import dev.bulkhead.engine.hosts.ObservedHosts;
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

    @Mixin
    private EnginesOption engine = new EnginesOption();

    ShowCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.load(context());
        if (engine.named()) {
            showHosts(read);
            return ExitCodes.FINE;
        }
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

    private void showHosts(ComposeProject read) throws Exception {
        if (format != Format.text && format != Format.json) {
            throw new UsageException(
                    "--engine adds to a list where things run, not to a picture; choose --format text or"
                            + " json, or leave --engine out.");
        }
        try (OpenHosts hosts = engine.open(context(), read)) {
            ObservedHosts seen = hosts.observe();
            print(
                    format == Format.text
                            ? TopologyText.of(read) + HostsText.of(read.topology(), seen)
                            : JsonText.of(HostsJson.into(TopologyJson.of(read), read.topology(), seen)));
        }
    }
}
