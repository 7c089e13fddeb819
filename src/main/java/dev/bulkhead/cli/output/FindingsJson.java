package dev.bulkhead.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.baseline.Fingerprint;
import dev.bulkhead.check.run.Judgement;
import java.util.List;

/** Findings as JSON, a public contract of schema 1. */
public final class FindingsJson {

    private FindingsJson() {}

    /** Returns findings as text, in their order. */
    public static String of(List<Finding> findings) throws JsonProcessingException {
        return JsonText.of(root(new Judgement(findings, List.of())));
    }

    /** Returns a report as text: what is found, and where another state is compared with, what came and went. */
    public static String of(CheckReport report) throws JsonProcessingException {
        ObjectNode root = root(report.judgement());
        if (report.since().isPresent()) {
            CheckReport.Since since = report.since().get();
            ObjectNode node = root.putObject("since").put("state", since.name());
            findings(node.putArray("added"), since.change().added());
            findings(node.putArray("removed"), since.change().removed());
            accepted(node.putArray("accepted"), since.change().accepted());
        }
        return JsonText.of(root);
    }

    private static ObjectNode root(Judgement judgement) {
        ObjectNode root = JsonText.root();
        findings(root.putArray("findings"), judgement.findings());
        accepted(root.putArray("accepted"), judgement.accepted());
        return root;
    }

    private static void findings(ArrayNode list, List<Finding> findings) {
        findings.forEach(finding -> finding(list.addObject(), finding));
    }

    private static void accepted(ArrayNode list, List<Accepted> accepted) {
        for (Accepted one : accepted) {
            ObjectNode node = list.addObject();
            finding(node, one.finding());
            node.put("because", one.because());
            node.put("until", one.until().map(Object::toString).orElse(null));
        }
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("rule", finding.rule());
        node.put("severity", finding.severity().text());
        ArrayNode subjects = node.putArray("subjects");
        finding.subjects().forEach(subject -> subjects.add(subject.text()));
        node.put("message", finding.message());
        node.put("at", finding.at().map(Object::toString).orElse(null));
        node.put("fix", finding.fix().orElse(null));
        node.put("fingerprint", Fingerprint.of(finding));
    }
}
