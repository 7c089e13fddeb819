package dev.bulkhead.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.Fingerprint;
import dev.bulkhead.topology.SourceMark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code hosts show beside the code. */
public final class FindingsSarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private FindingsSarif() {}

    /**
     * Returns a report as text, findings in their order. What is accepted is counted and not listed: code hosts that know
     * nothing of suppressions show it as open.
     */
    public static String of(CheckReport report) throws JsonProcessingException {
        RulePages pages = new RulePages();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", SCHEMA);
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Bulkhead");
        Optional.ofNullable(FindingsSarif.class.getPackage().getImplementationVersion())
                .ifPresent(version -> driver.put("version", version));
        ArrayNode rules = driver.putArray("rules");
        for (CheckRule rule : report.judgement().rules()) {
            rule(rules.addObject(), rule, pages);
        }
        // Several projects of one repository are several analyses, which do not take each other's place.
        run.putObject("automationDetails")
                .put("id", "bulkhead/" + uri(report.places().prefix()) + report.project() + "/");
        // Marks count characters, which the format calls code points.
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        report.judgement().findings().forEach(finding -> result(results.addObject(), finding, report));
        run.putObject("properties")
                .put("accepted", report.judgement().accepted().size());
        return JsonText.of(root);
    }

    private static void rule(ObjectNode node, CheckRule rule, RulePages pages) {
        node.put("id", rule.id()).putObject("shortDescription").put("text", rule.title());
        node.putObject("defaultConfiguration").put("level", level(rule.severity()));
        pages.of(rule.id()).ifPresent(page -> {
            node.putObject("help").put("text", page.text()).put("markdown", page.markdown());
        });
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static void result(ObjectNode node, Finding finding, CheckReport report) {
        node.put("ruleId", finding.rule());
        node.put("level", level(finding.severity()));
        String fix = finding.fix().map(f -> " " + f).orElse("");
        node.putObject("message").put("text", finding.message() + fix);
        // Code hosts show nothing that has no place: what stands nowhere stands at the first file.
        place(
                node.putArray("locations").addObject(),
                finding.at().map(report.places()::file).orElse(report.places().main()),
                finding.at());
        node.putObject("partialFingerprints").put(Fingerprint.VERSION, Fingerprint.of(finding));
        if (report.since().isPresent()) {
            node.put("baselineState", report.isNew(finding) ? "new" : "unchanged");
        }
        ArrayNode subjects = node.putObject("properties").putArray("subjects");
        finding.subjects().forEach(subject -> subjects.add(subject.text()));
    }

    private static void place(ObjectNode node, String file, Optional<SourceMark> at) {
        ObjectNode physical = node.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(file)).put("uriBaseId", "%SRCROOT%");
        physical.putObject("region")
                .put("startLine", at.map(SourceMark::line).orElse(1))
                .put("startColumn", at.map(SourceMark::column).orElse(1));
    }

    /** Returns a path as a relative reference: everything but slashes escaped where it has to be. */
    private static String uri(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    /** The manual's pages about rules, which travel with the program. */
    private static final class RulePages {

        /**
         * A page.
         *
         * @param markdown the whole page
         */
        record Page(String markdown) {

            /** Returns the page without the marks of Markdown. */
            String text() {
                return markdown.replaceAll("(?m)^#+ ", "")
                        .replaceAll("[`*]", "")
                        .strip();
            }
        }

        /** Returns the page about a rule. */
        Optional<Page> of(String rule) {
            try (InputStream page = RulePages.class.getResourceAsStream("/manual/rules/" + rule + ".md")) {
                return page == null
                        ? Optional.empty()
                        : Optional.of(new Page(new String(page.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
