package dev.bulkhead.migrate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.migrate.effect.Outage;
import dev.bulkhead.migrate.effect.PlanEffect;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;
import java.util.List;

/** Plan as JSON, without the texts of files, which can hold secrets. */
public final class PlanJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PlanJson() {}

    /** Returns the plan, what it opens and closes, and what it breaks on the way; {@code interruption} is in seconds. */
    public static String write(Plan plan, PlanEffect effect) {
        return text(tree(plan, effect));
    }

    /** Returns the same with what keeps it from being applied now. */
    public static String write(Plan plan, PlanEffect effect, List<PreflightItem> blocking) {
        ObjectNode root = tree(plan, effect);
        ArrayNode blocks = root.putArray("blocks");
        for (PreflightItem item : blocking) {
            ObjectNode one = blocks.addObject().put("id", item.id()).put("seen", item.seen());
            item.fix().ifPresentOrElse(fix -> one.put("fix", fix), () -> one.putNull("fix"));
            one.put("acceptable", item.acceptable());
        }
        return text(root);
    }

    private static ObjectNode tree(Plan plan, PlanEffect effect) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", 1);
        root.put("iteration", plan.iteration());
        root.put("title", plan.title());
        root.put("project", plan.project());
        root.put("interruption", plan.interruption().toMillis() / 1000.0);
        ArrayNode phases = root.putArray("phases");
        plan.phases()
                .forEach(phase -> phases.addObject()
                        .put("title", phase.title())
                        .put("first", phase.first())
                        .put("alone", phase.alone()));
        ArrayNode steps = root.putArray("steps");
        plan.steps().forEach(step -> step(steps.addObject(), step));
        reach(root.putObject("reach"), effect.reach());
        ArrayNode outages = root.putArray("outages");
        effect.outages().forEach(outage -> outage(outages.addObject(), outage));
        return root;
    }

    private static String text(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers is always JSON", e);
        }
    }

    private static void outage(ObjectNode node, Outage outage) {
        node.put("breaks", outage.what());
        node.put("after", outage.after());
        outage.until().ifPresentOrElse(step -> node.put("until", step), () -> node.putNull("until"));
        node.put("why", outage.why());
    }

    private static void reach(ObjectNode node, ReachDiff reach) {
        node.put("pairs", reach.pairs());
        ArrayNode changes = node.putArray("changes");
        for (ReachChange change : reach.changes()) {
            ObjectNode one = changes.addObject();
            one.put("change", change.kind().text());
            one.put("from", change.from().text());
            one.put("to", change.to().text());
            change.after().or(change::before).ifPresent(answer -> {
                one.put("reason", answer.reason().name());
                one.put("via", answer.via().orElse(null));
            });
        }
    }

    private static void step(ObjectNode node, PlanStep step) {
        node.put("number", step.number());
        OperationJson.write(node, step.operation());
        node.put("subject", step.operation().subject());
        node.put("action", step.operation().action());
        node.put("cause", step.cause());
        node.put("risk", step.risk().word());
        node.put("interruption", step.interruption().toMillis() / 1000.0);
        step.dependsOn().forEach(node.putArray("dependsOn")::add);
        node.put("undo", step.undo());
        ArrayNode inverse = node.putArray("inverse");
        step.inverse().forEach(operation -> OperationJson.write(inverse.addObject(), operation));
    }
}
