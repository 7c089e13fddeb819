package dev.bulkhead.cli;

import dev.bulkhead.check.Finding;
import java.util.List;

/** Findings for people: one line each, and how to put it right below. */
final class FindingsText {

    private FindingsText() {}

    static String of(List<Finding> findings) {
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
        text.append(findings.size()).append(findings.size() == 1 ? " finding.\n" : " findings.\n");
        return text.toString();
    }
}
