package dev.bulkhead.cli.output.reach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.explain.Assumption;
import dev.bulkhead.reach.explain.Explanation;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/** Explanation of one reach question, as text and as JSON. */
public final class ExplanationFormat {

    private ExplanationFormat() {}

    /** Returns the explanation for people. */
    public static String text(Explanation explanation, List<Assumption> assumptions, SourceMap sources) {
        StringBuilder text = new StringBuilder();
        explanation.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        assumptions.forEach(
                assumption -> text.append("    ").append(assumption.line()).append('\n'));
        places(explanation, sources)
                .forEach(place -> text.append("    see ").append(place).append('\n'));
        return text.toString();
    }

    /** Returns the explanation as JSON of schema 1. */
    public static String json(
            Explanation explanation, List<Assumption> assumptions, Optional<PortQuery> port, SourceMap sources)
            throws JsonProcessingException {
        ReachAnswer answer = explanation.answer();
        ObjectNode root = JsonText.root();
        root.put("from", answer.from().text());
        root.put("to", answer.to().text());
        root.put("port", port.map(PortQuery::toString).orElse(null));
        root.put("verdict", answer.verdict().text());
        root.put("reason", answer.reason().name());
        root.put("via", answer.via().orElse(null));
        root.put("names", answer.names());
        root.put("proxy", answer.routedBy().orElse(null));
        explanation.sentences().forEach(root.putArray("why")::add);
        places(explanation, sources).forEach(root.putArray("at")::add);
        ArrayNode assumed = root.putArray("assumptions");
        assumptions.forEach(assumption -> assumed.addObject()
                .put("about", assumption.key())
                .put("assumed", assumption.sentence())
                .put("otherwise", assumption.otherwise().text()));
        return JsonText.of(root);
    }

    private static List<String> places(Explanation explanation, SourceMap sources) {
        return explanation.places().stream()
                .flatMap(path -> sources.at(path).stream())
                .map(SourceMark::toString)
                .distinct()
                .toList();
    }
}
