package dev.bulkhead.compose.export;

import dev.bulkhead.compose.export.RunbookStep.Phase;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * The docker commands that give running containers their networks, as a shell script and as Markdown.
 *
 * <p>Containers stay as they are: nothing is recreated, and nothing is taken away before everything else is in place.
 */
public final class Runbook {

    private static final String FUNCTIONS = """
        set -eu

        have_network() {
            docker network inspect -- "$1" >/dev/null 2>&1
        }

        on_network() {
            docker container inspect --format '{{range $name, $_ := .NetworkSettings.Networks}}{{println $name}}{{end}}' -- "$2" |
                grep -qxF -- "$1"
        }
        """;

    private final String project;
    private final List<RunbookStep> steps;

    private Runbook(String project, List<RunbookStep> steps) {
        this.project = project;
        this.steps = steps;
    }

    /** Returns the runbook from one state of a project to another. */
    public static Runbook between(Topology before, Topology after) {
        return new Runbook(after.project(), RunbookSteps.between(before, after));
    }

    /** Returns the runbook that gives a project's containers all their networks; what is in place already is left alone. */
    public static Runbook of(Topology topology) {
        return between(Topology.of(topology.project(), List.of(), List.of()), topology);
    }

    /** Returns the POSIX shell script; it can be run again after it stopped. */
    public String script() {
        StringBuilder text = new StringBuilder("#!/bin/sh\n# Networks of ")
                .append(oneLine(project))
                .append(", exported by Bulkhead. Steps that are done already are skipped.\n")
                .append(FUNCTIONS);
        Phase phase = null;
        for (RunbookStep step : steps) {
            if (step.phase() != phase) {
                phase = step.phase();
                text.append("\n# ").append(phase.title()).append('\n');
            }
            text.append(step.done()).append(" || ");
            text.append(
                    switch (step.phase()) {
                        case REQUIRE ->
                            "{ echo " + DockerCommands.shell(step.title() + " and is not there; create it first.")
                                    + " >&2; exit 1; }";
                        case CREATE, CONNECT, DISCONNECT, REMOVE -> step.command();
                    });
            text.append('\n');
        }
        return text.toString();
    }

    /** Returns the same as a list to work through by hand, with the way back. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Networks of ")
                .append(oneLine(project))
                .append("\n\nExported by Bulkhead. The same commands, safe to repeat, are in `runbook.sh`.\n");
        if (steps.isEmpty()) {
            return text.append("\nThere is nothing to do.\n").toString();
        }
        for (Phase phase : Phase.values()) {
            List<String> commands = steps.stream()
                    .filter(step -> step.phase() == phase)
                    .map(RunbookStep::command)
                    .toList();
            section(text, phase.title(), commands);
        }
        List<String> back = steps.reversed().stream()
                .map(RunbookStep::undo)
                .flatMap(Optional::stream)
                .toList();
        section(text, "The way back, in this order", back);
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> commands) {
        if (commands.isEmpty()) {
            return;
        }
        text.append("\n## ").append(title).append("\n\n```sh\n");
        commands.forEach(command -> text.append(command).append('\n'));
        text.append("```\n");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }
}
