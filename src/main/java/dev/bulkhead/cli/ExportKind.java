package dev.bulkhead.cli;

import java.util.Arrays;
import java.util.List;

/** Kinds of files that can be exported. The constants are the words of the command line. */
enum ExportKind {
    networks,
    override,
    compose,
    runbook,
    mermaid,
    svg,
    /** Needs the window's toolkit, so it is made only when it is asked for. */
    png;

    /** Returns the names of its files. */
    List<String> files() {
        return switch (this) {
            case networks -> List.of("networks.yml");
            case override -> List.of("networks.override.yml");
            case compose -> List.of("compose.resolved.yml");
            case runbook -> List.of("runbook.sh", "runbook.md");
            case mermaid -> List.of("topology.mmd");
            case svg -> List.of("topology.svg");
            case png -> List.of("topology.png");
        };
    }

    /** Returns what is made when nothing is asked for by name. */
    static List<ExportKind> usual() {
        return Arrays.stream(values()).filter(kind -> kind != png).toList();
    }
}
