package dev.bulkhead.check;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/** Builder of the findings of one check, with the parts that all of them share. */
public record FindingBuilder(String rule, SourceMap sources) {

    /** Returns a builder for the findings of a check. */
    public static FindingBuilder of(Check check, CheckInput input) {
        return new FindingBuilder(check.id(), input.sources());
    }

    /** Returns a finding that is an error. */
    public Finding error(List<Element> subjects, Element place, String message, String fix) {
        return finding(Severity.ERROR, subjects, place, message, fix);
    }

    /**
     * Returns a finding.
     *
     * @param place what it stands at
     */
    public Finding finding(Severity severity, List<Element> subjects, Element place, String message, String fix) {
        Optional<SourceMark> at = sources.at(place);
        return new Finding(rule, severity, subjects, message, at, Optional.of(fix), Optional.empty());
    }

    /** Returns a finding about the whole project, which stands nowhere. */
    public Finding ofProject(Severity severity, String message, String fix) {
        return new Finding(rule, severity, List.of(), message, Optional.empty(), Optional.of(fix), Optional.empty());
    }
}
