package dev.bulkhead.cli.output;

import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.run.Checks;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Findings as the XML of JUnit, which build servers show as tests: each finding a case of its own, named so that it is the
 * same in the next run, and each rule that finds nothing a case that passes.
 *
 * <p>What fails the build fails here, what is only worth knowing passes with its sentence, what is accepted is skipped. It
 * keeps to what the schemas of Ant and of Jenkins have in common.
 */
public final class FindingsJunit {

    private static final String CLASS = "bulkhead.";

    private final CheckReport report;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private FindingsJunit(CheckReport report) throws XMLStreamException {
        this.report = report;
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    /** Returns a report as text. */
    public static String of(CheckReport report) {
        try {
            return new FindingsJunit(report).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Texts in memory can always be written.", e);
        }
    }

    private String write() throws XMLStreamException {
        List<Finding> findings = report.judgement().findings();
        List<Accepted> accepted = report.judgement().accepted();
        Predicate<Finding> fails = this::fails;
        List<Finding> failing = findings.stream().filter(fails).toList();
        List<Finding> passing = findings.stream().filter(fails.negate()).toList();
        Set<String> spoken = Stream.concat(findings.stream(), accepted.stream().map(Accepted::finding))
                .map(Finding::rule)
                .collect(Collectors.toSet());
        List<CheckRule> silent = report.judgement().rules().stream()
                .filter(rule -> !spoken.contains(rule.id()))
                .toList();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        attributes(
                "name",
                "bulkhead check " + report.title(),
                "package",
                "bulkhead",
                "id",
                "0",
                "timestamp",
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        report.at().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)),
                "hostname",
                "localhost",
                "tests",
                Integer.toString(findings.size() + accepted.size() + silent.size()),
                "failures",
                Integer.toString(failing.size()),
                "errors",
                "0",
                "skipped",
                Integer.toString(accepted.size()),
                "time",
                "0");
        xml.writeEmptyElement("properties");
        for (Finding finding : failing) {
            failure(finding);
        }
        for (Accepted one : accepted) {
            skipped(one);
        }
        for (Finding finding : passing) {
            start(finding.rule(), finding.message());
            xml.writeEndElement();
        }
        for (CheckRule rule : silent) {
            start(rule.id(), rule.title());
            xml.writeEndElement();
        }
        element("system-out", passing.stream().map(this::sentence).collect(Collectors.joining("\n")));
        element("system-err", "");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return text + "\n";
    }

    private boolean fails(Finding finding) {
        boolean counts = report.since().isEmpty() || report.isNew(finding);
        return counts && Checks.fail(List.of(finding));
    }

    private void failure(Finding finding) throws XMLStreamException {
        start(finding.rule(), finding.message());
        xml.writeStartElement("failure");
        attributes("message", finding.message(), "type", finding.severity().text());
        characters(sentence(finding) + finding.fix().map(fix -> "\nfix: " + fix).orElse(""));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void skipped(Accepted one) throws XMLStreamException {
        start(one.finding().rule(), one.finding().message());
        xml.writeEmptyElement("skipped");
        attributes(
                "message", "accepted" + one.until().map(day -> " until " + day).orElse("") + ": " + one.because());
        xml.writeEndElement();
    }

    private String sentence(Finding finding) {
        List<String> words = new ArrayList<>();
        finding.at().ifPresent(at -> words.add(report.places().place(at) + ":"));
        words.add(finding.severity().text() + ":");
        words.add(finding.message());
        words.add("[" + finding.rule() + "]");
        if (report.since().isPresent() && finding.severity() != Severity.INFO) {
            words.add(report.isNew(finding) ? "(new)" : "(as before)");
        }
        return String.join(" ", words);
    }

    private void start(String rule, String name) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        attributes("classname", CLASS + rule, "name", name, "time", "0");
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
        characters(content);
        xml.writeEndElement();
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], allowed(namesAndValues[i + 1]));
        }
    }

    private void characters(String content) throws XMLStreamException {
        xml.writeCharacters(allowed(content));
    }

    /** XML 1.0 has no way to write some characters, not even escaped. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\n'
                                || c == '\t'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c > 0xFFFF
                        ? c
                        : '?')
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
