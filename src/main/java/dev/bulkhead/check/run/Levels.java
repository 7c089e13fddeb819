package dev.bulkhead.check.run;

import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.reach.rules.CheckSetting;
import dev.bulkhead.topology.NearestName;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Severities that the operator gives findings: {@code checks} of the rules file. */
final class Levels {

    static final CheckRule RULE =
            new CheckRule("check-setting", "Settings of checks name checks and levels", Severity.WARNING);

    private static final String OFF = "off";
    private static final List<String> LEVELS = List.of(OFF, "info", "warning", "error");

    private final List<CheckSetting> settings;
    private final List<String> ids;
    /** Empty stands for off. */
    private final Map<String, Optional<Severity>> levels = new HashMap<>();

    Levels(List<CheckSetting> settings, List<CheckRule> rules) {
        this.settings = settings;
        this.ids = rules.stream().map(CheckRule::id).toList();
        for (CheckSetting setting : settings) {
            if (LEVELS.contains(setting.level())) {
                levels.put(setting.rule(), severity(setting.level()));
            }
        }
    }

    private static Optional<Severity> severity(String level) {
        return Stream.of(Severity.values()).filter(s -> s.text().equals(level)).findFirst();
    }

    boolean isOff(String rule) {
        return levels.containsKey(rule)
                && levels.getOrDefault(rule, Optional.empty()).isEmpty();
    }

    /** Returns the findings as severe as the operator takes them, without those that are off. */
    List<Finding> applyTo(List<Finding> findings) {
        if (levels.isEmpty()) {
            return findings;
        }
        return findings.stream()
                .filter(finding -> !isOff(finding.rule()))
                .map(finding -> levels.getOrDefault(finding.rule(), Optional.empty())
                        .map(finding::withSeverity)
                        .orElse(finding))
                .toList();
    }

    /** Returns a finding for every setting that sets nothing. */
    List<Finding> faults() {
        List<Finding> faults = new ArrayList<>();
        for (CheckSetting setting : settings) {
            if (!ids.contains(setting.rule())) {
                faults.add(fault(
                        setting.at(),
                        "There is no check " + setting.rule() + ".",
                        NearestName.to(setting.rule(), ids)
                                .map(id -> "Did you mean " + id + "?")
                                .orElse("Write the name that a finding shows in brackets, or remove the line.")));
            }
            if (!LEVELS.contains(setting.level())) {
                faults.add(fault(
                        setting.levelAt(),
                        "The check " + setting.rule() + " cannot be set to " + setting.level() + ".",
                        NearestName.to(setting.level(), LEVELS)
                                .map(level -> "Did you mean " + level + "?")
                                .orElse("Write off, info, warning or error.")));
            }
        }
        return faults;
    }

    private static Finding fault(SourceMark at, String message, String fix) {
        return new Finding(
                RULE.id(), RULE.severity(), List.of(), message, Optional.of(at), Optional.of(fix), Optional.empty());
    }
}
