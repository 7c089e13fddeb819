package dev.bulkhead.ui.problems;

import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.topology.Element;
import dev.bulkhead.ui.words.Words;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Grouping of findings. */
enum Grouping {
    CAUSE(Words.of("grouping.cause")),
    SEVERITY(Words.of("grouping.severity")),
    FILE(Words.of("grouping.file")),
    SUBJECT(Words.of("grouping.service"));

    /** What each rule demands, in a few words. */
    private static final Map<String, String> DEMANDS =
            Checks.rules().stream().collect(Collectors.toUnmodifiableMap(CheckRule::id, CheckRule::title));

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
            case FILE -> finding.at().map(mark -> mark.file()).orElse(Words.of("grouping.no-file"));
            case CAUSE -> cause(finding.rule());
            case SUBJECT ->
                finding.subjects().stream().findFirst().map(Element::text).orElse(Words.of("grouping.the-project"));
        };
    }

    /** Returns the name of a rule, which the manual and comments that hide findings use, and what it demands. */
    private static String cause(String rule) {
        String demand = DEMANDS.getOrDefault(rule, "");
        return demand.isEmpty()
                ? rule
                : rule + ": " + demand.substring(0, 1).toLowerCase(Locale.ROOT) + demand.substring(1);
    }
}
