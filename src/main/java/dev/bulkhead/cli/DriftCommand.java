package dev.bulkhead.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.EngineOption;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.options.TextOrJson;
import dev.bulkhead.cli.output.DriftJson;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
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
    private EngineOption engine = new EngineOption();

    @Mixin
    private TextOrJson format = new TextOrJson();

    DriftCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.load(context());
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
