package dev.bulkhead.ui.shell.export;

import java.util.List;

/** Format that the window can write for use outside Bulkhead. */
enum ExportFormat {
    NETWORKS("networks.yml: the networks, for Compose to include", "networks.yml"),
    OVERRIDE("Override: networks and memberships to lay over your files", "networks.override.yml"),
    COMPOSE("Compose: the whole project as one resolved file", "compose.resolved.yml"),
    RUNBOOK("Runbook: docker commands, as a script and to read", "runbook.sh", "runbook.md"),
    MERMAID("Mermaid: a diagram as text, for wikis and README files", "topology.mmd"),
    SVG("SVG: the map as a drawing that scales", "topology.svg"),
    PDF("PDF: the map on one page, to print or to send", "topology.pdf"),
    DRAWIO("draw.io: the map to go on drawing", "topology.drawio"),
    PNG("PNG: the map as a picture", "topology.png");

    private final String words;
    // Lists made by List.of cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> files;

    ExportFormat(String words, String... files) {
        this.words = words;
        this.files = List.of(files);
    }

    /** Returns the names of the files it becomes. */
    List<String> files() {
        return files;
    }

    /** Returns what it is, in a few words. */
    String words() {
        return words;
    }
}
