package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.topology.Element;

/** Grouping of findings. */
enum Grouping {
    SEVERITY("Severity"),
    FILE("File"),
    RULE("Rule"),
    SUBJECT("Service");

    private final String title;

    Grouping(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Returns the title of a finding's group. */
    String of(Finding finding) {
        return switch (this) {
            case SEVERITY -> finding.severity().text();
            case FILE -> finding.at().map(mark -> mark.file()).orElse("no file");
            case RULE -> finding.rule();
            case SUBJECT ->
                finding.subjects().stream().findFirst().map(Element::text).orElse("the project");
        };
    }
}
