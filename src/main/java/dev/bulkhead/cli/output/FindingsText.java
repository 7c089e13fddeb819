package dev.bulkhead.cli.output;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import java.util.ArrayList;
import java.util.List;

/** Findings for people: one line each, and how to put it right below. */
public final class FindingsText {

    private FindingsText() {}

    /** Returns findings as text, in their order. */
    public static String of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "No findings.\n";
        }
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding.severity().text()).append(": ");
            finding.at().ifPresent(at -> text.append(at).append(": "));
            text.append(finding.message()).append(" [").append(finding.rule()).append("]\n");
            finding.fix().ifPresent(fix -> text.append("    fix: ").append(fix).append('\n'));
        }
        return text.append(sum(findings)).toString();
    }

    /** The worst scroll out of sight first: the last line says how many there are of each. */
    private static String sum(List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(f -> f.severity() == severity).count();
            if (count > 0) {
                parts.add(count + " " + severity.text());
            }
        }
        String all = findings.size() == 1 ? "1 finding" : findings.size() + " findings";
        return parts.size() == 1 ? all + ".\n" : all + " (" + String.join(", ", parts) + ").\n";
    }
}
