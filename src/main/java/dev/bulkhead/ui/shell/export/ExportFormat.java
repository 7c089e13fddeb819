package dev.bulkhead.ui.shell.export;

import dev.bulkhead.check.stack.make.StackFiles;
import dev.bulkhead.ui.words.Words;
import java.util.List;

/** Format that the window can write for use outside Bulkhead. */
enum ExportFormat {
    NETWORKS(Words.of("exportformat.networks-yml-the-networks-for"), "networks.yml"),
    OVERRIDE(Words.of("exportformat.override-networks-and-memberships-to"), "networks.override.yml"),
    COMPOSE(Words.of("exportformat.compose-the-whole-project-as"), "compose.resolved.yml"),
    RUNBOOK(Words.of("exportformat.runbook-docker-commands-as-a"), "runbook.sh", "runbook.md"),
    STACK(Words.of("exportformat.stack-the-project-for-a"), StackFiles.NAMES.toArray(String[]::new)),
    MERMAID(Words.of("exportformat.mermaid-a-diagram-as-text"), "topology.mmd"),
    SVG(Words.of("exportformat.svg-the-map-as-a"), "topology.svg"),
    PDF(Words.of("exportformat.pdf-the-map-on-one"), "topology.pdf"),
    DRAWIO(Words.of("exportformat.draw-io-the-map-to"), "topology.drawio"),
    PNG(Words.of("exportformat.png-the-map-as-a"), "topology.png");

    private final String words;
    // Lists made by List.of cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> files;

    ExportFormat(String words, String... files) {
        this.words = words;
        this.files = List.of(files);
    }

    /** Returns whether it is made unless it is asked not to be; values of variables are written only when asked for. */
    boolean usual() {
        return this != STACK;
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
