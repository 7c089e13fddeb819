package dev.bulkhead.check;

import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/** The parts that all findings of one check share. */
public record FindingBuilder(String rule, SourceMap sources) {

    /** Returns a builder for the findings of a check. */
    public static FindingBuilder of(Check check, CheckInput input) {
        return new FindingBuilder(check.id(), input.sources());
    }

    Finding error(List<String> subjects, String path, String message, String fix) {
        return finding(Severity.ERROR, subjects, path, message, fix);
    }

    /**
     * Returns a finding.
     *
     * @param path where it is, as in {@link dev.bulkhead.topology.ElementPath}
     */
    public Finding finding(Severity severity, List<String> subjects, String path, String message, String fix) {
        Optional<SourceMark> at = sources.at(path);
        return new Finding(rule, severity, subjects, message, at, Optional.of(fix), Optional.empty());
    }
}
