package dev.bulkhead.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.EnginesOption;
import dev.bulkhead.cli.options.OpenHosts;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.options.TextOrJson;
import dev.bulkhead.cli.output.DriftJson;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.cli.output.hosts.HostsJson;
import dev.bulkhead.cli.output.hosts.HostsText;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.hosts.HostDrift;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bulkhead drift}: files against the running engine. */
@Command(
        name = "drift",
        description = "Compare a project's files with what runs.",
        footer = "Exit code 1 when they differ.")
final class DriftCommand extends BulkheadCommand {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private EnginesOption engine = new EnginesOption();

    @Mixin
    private TextOrJson format = new TextOrJson();

    DriftCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.load(context());
        if (engine.several()) {
            return onHosts(read);
        }
        List<Drift> drifts;
        try (Engine connection = engine.connect(context(), read)) {
            drifts = Drift.between(
                    read.topology(),
                    connection.observer().observe(),
                    DriftFacts.ask(connection, project.request(context()), read));
        }
        List<Drift> found = drifts;
        print(format.choose(() -> text(found), () -> json(found)));
        return drifts.isEmpty() ? ExitCodes.FINE : ExitCodes.FINDINGS;
    }

    /** What is not known is no agreement, and told as what it is. */
    private int onHosts(ComposeProject read) throws Exception {
        try (OpenHosts hosts = engine.open(context(), read)) {
            OpenHosts.Asked<DriftFacts> asked =
                    hosts.ask((host, view) -> DriftFacts.ask(host.engine(), project.request(context()), read));
            List<HostDrift> found = HostDrift.between(read.topology(), asked.hosts(), asked.answers());
            print(format.choose(
                    () -> HostsText.drift(found, asked.hosts()),
                    () -> HostsJson.drift(read.topology().project(), found, asked.hosts())));
            return found.isEmpty() && asked.hosts().silent().isEmpty() ? ExitCodes.FINE : ExitCodes.FINDINGS;
        }
    }

    private static String text(List<Drift> drifts) {
        return drifts.isEmpty()
                ? "Files and engine agree.\n"
                : drifts.stream().map(d -> d.sentence() + "\n").collect(Collectors.joining());
    }

    private static String json(List<Drift> drifts) throws Exception {
        ObjectNode root = JsonText.root();
        DriftJson.add(root.putArray("drift"), drifts);
        return JsonText.of(root);
    }
}
