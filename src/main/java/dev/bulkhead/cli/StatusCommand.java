package dev.bulkhead.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.output.DriftJson;
import dev.bulkhead.cli.output.HtmlPage;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.cli.output.StatusWords;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.OnProbation;
import dev.bulkhead.migrate.record.Damage;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.migrate.status.StatusPage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead status}: how far a project is on its path, and how it feels. */
@Command(
        name = "status",
        description = "Show the progress of the iterations, the health of the services, and what is pending.")
final class StatusCommand extends BulkheadCommand {

    enum Format {
        text,
        json,
        markdown,
        html
    }

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    StatusCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        return migration.run(context(), this::show);
    }

    private int show(Migration opened) throws Exception {
        ProjectStatus status = opened.status();
        List<RestorePoint> points = opened.restorePoints();
        Optional<List<Drift>> differences = opened.differences();
        Optional<OnProbation> waiting = opened.confirmation().onProbation();
        for (Damage damage : opened.damagedRecords()) {
            say("damaged record " + damage.record() + ": " + damage.sentence());
        }
        print(
                switch (format) {
                    case text ->
                        text(status, points)
                                + differences.map(StatusCommand::text).orElse("")
                                + waiting.map(run -> run.sentence(status.at()) + "\n")
                                        .orElse("");
                    case json -> json(status, points, differences, waiting);
                    case markdown -> page(status, differences, waiting);
                    case html -> HtmlPage.of(status.project() + ": status", page(status, differences, waiting));
                });
        return ExitCodes.FINE;
    }

    private static String page(ProjectStatus status, Optional<List<Drift>> differences, Optional<OnProbation> waiting) {
        return StatusPage.write(status, differences, waiting.map(run -> run.sentence(status.at())));
    }

    private static String text(ProjectStatus status, List<RestorePoint> points) {
        StringBuilder text =
                new StringBuilder("project ").append(status.project()).append('\n');
        for (ProjectStatus.IterationStatus one : status.iterations()) {
            text.append("  ")
                    .append(one.playbook().id())
                    .append(' ')
                    .append(one.playbook().title())
                    .append(": ")
                    .append(StatusWords.words(one.standing()));
            one.completed().ifPresent(at -> text.append(" since ").append(at));
            text.append(one.practice() ? ", in practice" : "");
            text.append('\n');
        }
        status.pathTrouble()
                .ifPresent(t -> text.append("playbooks of your own: ").append(t).append('\n'));
        status.engineTrouble().ifPresent(t -> text.append("engine: ").append(t).append('\n'));
        status.health()
                .ifPresent(h -> text.append("services: ")
                        .append(h.services().keySet().stream().filter(h::ready).count())
                        .append(" of ")
                        .append(h.services().size() + h.missing().size())
                        .append(" ready\n"));
        status.openRun()
                .ifPresent(run -> text.append("open run: ").append(run.story()).append('\n'));
        points.forEach(p -> text.append("restore point ")
                .append(p.id())
                .append(" taken ")
                .append(p.taken())
                .append(status.practised().contains(p.run()) ? ", in practice" : "")
                .append('\n'));
        return text.toString();
    }

    private static String text(List<Drift> differences) {
        if (differences.isEmpty()) {
            return "Files and engine agree.\n";
        }
        return text("pending changes", differences.stream().filter(Drift::pending))
                + text("drift", differences.stream().filter(drift -> !drift.pending()));
    }

    private static String text(String heading, Stream<Drift> differences) {
        List<String> sentences = differences.map(Drift::sentence).toList();
        return sentences.isEmpty() ? "" : heading + ":\n  " + String.join("\n  ", sentences) + "\n";
    }

    private static String json(
            ProjectStatus status,
            List<RestorePoint> points,
            Optional<List<Drift>> differences,
            Optional<OnProbation> waiting)
            throws Exception {
        ObjectNode root = JsonText.root().put("project", status.project());
        ArrayNode iterations = root.putArray("iterations");
        for (ProjectStatus.IterationStatus one : status.iterations()) {
            iterations
                    .addObject()
                    .put("id", one.playbook().id())
                    .put("name", one.playbook().name())
                    .put("standing", StatusWords.words(one.standing()))
                    .put("completed", one.completed().map(Object::toString).orElse(null))
                    .put("practice", one.practice());
        }
        root.put("pathTrouble", status.pathTrouble().orElse(null));
        root.put("engineTrouble", status.engineTrouble().orElse(null));
        status.health().ifPresent(health -> {
            ObjectNode services = root.putObject("services");
            health.services()
                    .forEach((key, s) -> services.putObject(key)
                            .put("state", StatusWords.words(s.state()))
                            .put("health", StatusWords.words(s.health()))
                            .put("ready", health.ready(key)));
            ArrayNode missing = root.putArray("missing");
            health.missing().forEach(missing::add);
        });
        differences.ifPresent(found -> {
            DriftJson.add(
                    root.putArray("pending"),
                    found.stream().filter(Drift::pending).toList());
            DriftJson.add(
                    root.putArray("drift"),
                    found.stream().filter(drift -> !drift.pending()).toList());
        });
        root.put("openRun", status.openRun().map(run -> run.story()).orElse(null));
        waiting.ifPresent(run -> {
            ObjectNode probation = root.putObject("onProbation")
                    .put("run", run.run())
                    .put("state", StatusWords.words(run.state()))
                    .put("until", run.until().map(Object::toString).orElse(null))
                    .put("guarded", run.guarded());
            run.left(status.at()).ifPresent(left -> probation.put("secondsLeft", left.toSeconds()));
            run.sight().ifPresent(sight -> {
                probation
                        .put("probes", sight.tally().asked())
                        .put("failedProbes", sight.tally().failed());
                ArrayNode failing = probation.putArray("failing");
                sight.failing().forEach(failing::add);
            });
        });
        ArrayNode list = root.putArray("restorePoints");
        points.forEach(p -> list.addObject()
                .put("id", p.id())
                .put("iteration", p.iteration())
                .put("taken", p.taken().toString()));
        return JsonText.of(root);
    }
}
