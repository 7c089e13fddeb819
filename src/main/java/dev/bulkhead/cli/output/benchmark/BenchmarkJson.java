package dev.bulkhead.cli.output.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.check.benchmark.Answer;
import dev.bulkhead.check.benchmark.BenchmarkReport;
import dev.bulkhead.check.benchmark.Breach;
import dev.bulkhead.check.benchmark.Open;
import dev.bulkhead.cli.output.JsonText;

/** Report by benchmarks as JSON, a public contract of schema 1. */
public final class BenchmarkJson {

    private BenchmarkJson() {}

    /** Returns a page as text. */
    public static String of(BenchmarkPage page) throws JsonProcessingException {
        ObjectNode root = JsonText.root();
        root.put("project", page.project());
        ArrayNode list = root.putArray("benchmarks");
        page.reports().forEach(report -> report(list.addObject(), report));
        return JsonText.of(root);
    }

    private static void report(ObjectNode node, BenchmarkReport report) {
        node.put("benchmark", report.benchmark().word());
        node.put("title", report.benchmark().title());
        ObjectNode counts = node.putObject("counts");
        for (Answer.Outcome outcome : Answer.Outcome.values()) {
            counts.put(outcome.word(), report.answers(outcome).size());
        }
        ArrayNode items = node.putArray("items");
        report.answers().forEach(answer -> item(items.addObject(), answer));
    }

    private static void item(ObjectNode node, Answer answer) {
        node.put("number", answer.number());
        node.put("title", answer.title());
        node.put("outcome", answer.outcome().word());
        ArrayNode breaches = node.putArray("breaches");
        for (Breach breach : answer.breaches()) {
            breaches.addObject()
                    .put("service", breach.service())
                    .put("at", breach.at().map(Object::toString).orElse(null))
                    .put("stands", breach.stands())
                    .put("right", breach.right());
        }
        if (answer.open().isPresent()) {
            Open open = answer.open().get();
            ObjectNode unknown = node.putObject("open");
            ArrayNode services = unknown.putArray("services");
            open.services().forEach(services::add);
            unknown.put("why", open.why()).put("command", open.command());
        } else {
            node.putNull("open");
        }
    }
}
