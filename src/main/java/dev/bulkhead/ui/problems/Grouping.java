package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import java.util.function.Function;

/** By what findings are put together. */
enum Grouping {
    SEVERITY("Severity", finding -> finding.severity().text()),
    FILE("File", finding -> finding.at().map(mark -> mark.file()).orElse("no file")),
    RULE("Rule", Finding::rule),
    SUBJECT("Service", finding -> finding.subjects().stream().findFirst().orElse("the project"));

    private final String title;
    private final Function<Finding, String> key;

    Grouping(String title, Function<Finding, String> key) {
        this.title = title;
        this.key = key;
    }

    String title() {
        return title;
    }

    String of(Finding finding) {
        return key.apply(finding);
    }
}
