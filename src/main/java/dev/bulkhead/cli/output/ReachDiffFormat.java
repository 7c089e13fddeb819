package dev.bulkhead.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.reach.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Difference of reach between two projects, as text and as JSON. */
public final class ReachDiffFormat {

    private ReachDiffFormat() {}

    /** Returns the difference for people. */
    public static String text(ReachDiff diff) {
        return text(diff, group -> List.of());
    }

    /** Returns the changes by cause, each with the rules that speak of it. */
    public static String text(ReachDiff diff, Function<ChangeGroup, List<Rule>> rules) {
        if (diff.isEmpty()) {
            return "Nothing opens, nothing closes.\n";
        }
        StringBuilder text = new StringBuilder();
        for (ChangeGroup group : diff.groups()) {
            text.append(group.kind().text()).append(' ').append(group.reason());
            group.via().ifPresent(via -> text.append(" via ").append(via));
            text.append(" (").append(group.pairs()).append(group.pairs() == 1 ? " pair)\n" : " pairs)\n");
            rules.apply(group)
                    .forEach(rule -> text.append("    rule ").append(rule).append('\n'));
            for (ChangeGroup.Block block : group.blocks()) {
                text.append("    ")
                        .append(String.join(", ", block.from()))
                        .append(" -> ")
                        .append(String.join(", ", block.to()))
                        .append('\n');
            }
        }
        for (ReachChange.Kind kind : ReachChange.Kind.values()) {
            long count = diff.count(kind);
            if (count > 0) {
                text.append(count).append(' ').append(kind.text()).append("; ");
            }
        }
        return text.append(diff.pairs())
                .append(diff.pairs() == 1 ? " pair changes.\n" : " pairs change.\n")
                .toString();
    }

    /** Returns the difference as JSON of schema 1. */
    public static String json(ReachDiff diff) throws JsonProcessingException {
        ObjectNode root = JsonText.root().put("pairs", diff.pairs());
        ArrayNode changes = root.putArray("changes");
        for (ReachChange change : diff.changes()) {
            ObjectNode node = changes.addObject().put("change", change.kind().text());
            node.put("from", change.from().text()).put("to", change.to().text());
            answer(node, "before", change.before());
            answer(node, "after", change.after());
        }
        return JsonText.of(root);
    }

    private static void answer(ObjectNode node, String field, Optional<ReachAnswer> answer) {
        if (answer.isEmpty()) {
            node.putNull(field);
            return;
        }
        node.putObject(field)
                .put("verdict", answer.get().verdict().text())
                .put("reason", answer.get().reason().name())
                .put("via", answer.get().via().orElse(null));
    }
}
