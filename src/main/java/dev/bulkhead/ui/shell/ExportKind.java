package dev.bulkhead.ui.shell;

/** What the window can write for use outside Bulkhead. */
enum ExportKind {
    NETWORKS("networks.yml", "networks.yml: the networks, for Compose to include"),
    MERMAID("topology.mmd", "Mermaid: a diagram as text, for wikis and README files"),
    SVG("topology.svg", "SVG: the map as a drawing that scales"),
    PNG("topology.png", "PNG: the map as a picture");

    private final String file;
    private final String words;

    ExportKind(String file, String words) {
        this.file = file;
        this.words = words;
    }

    /** Returns the name of the file it becomes. */
    String file() {
        return file;
    }

    /** Returns what it is, in a few words. */
    String words() {
        return words;
    }
}
