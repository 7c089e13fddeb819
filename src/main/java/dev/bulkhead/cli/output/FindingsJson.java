package dev.bulkhead.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.check.Finding;
import java.util.List;

/** Findings as JSON, a public contract of schema 1. */
public final class FindingsJson {

    private FindingsJson() {}

    /** Returns findings as text, in their order. */
    public static String of(List<Finding> findings) throws JsonProcessingException {
        ObjectNode root = JsonText.root();
        ArrayNode list = root.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode node = list.addObject();
            node.put("rule", finding.rule());
            node.put("severity", finding.severity().text());
            ArrayNode subjects = node.putArray("subjects");
            finding.subjects().forEach(subject -> subjects.add(subject.text()));
            node.put("message", finding.message());
            node.put("at", finding.at().map(Object::toString).orElse(null));
            node.put("fix", finding.fix().orElse(null));
        }
        return JsonText.of(root);
    }
}
