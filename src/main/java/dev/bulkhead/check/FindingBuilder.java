package dev.bulkhead.check;

import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/** The parts that all findings of one check share. */
record FindingBuilder(String rule, SourceMap sources) {

    Finding error(List<String> subjects, String path, String message, String fix) {
        return finding(Severity.ERROR, subjects, path, message, fix);
    }

    Finding finding(Severity severity, List<String> subjects, String path, String message, String fix) {
        Optional<SourceMark> at = sources.at(path);
        return new Finding(rule, severity, subjects, message, at, Optional.of(fix), Optional.empty());
    }
}
