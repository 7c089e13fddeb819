package dev.bulkhead.cli.output.reach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.impact.BlastRadius;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Consequences of a service, or of a container of others, that is taken over, as text and as JSON. */
public final class ImpactFormat {

    private ImpactFormat() {}

    /**
     * Returns what an intruder gets at for people.
     *
     * @param commanding proxies of the engine's socket among it that let write
     */
    public static String text(BlastRadius blast, SortedSet<String> linchpins, SortedSet<String> commanding) {
        StringBuilder text = new StringBuilder("If ")
                .append(blast.origin().text())
                .append(" is taken over, an intruder gets at ")
                .append(blast.count())
                .append(".\n");
        text.append("  directly:    ").append(names(blast.direct())).append('\n');
        text.append("  over others:");
        List<Subject> further = blast.transitive();
        text.append(further.isEmpty() ? " nobody\n" : "\n");
        for (Subject subject : further) {
            text.append("    ").append(ways(blast, subject)).append('\n');
        }
        if (!commanding.isEmpty()) {
            text.append("  commands the engine, and so the host, over ")
                    .append(String.join(", ", commanding))
                    .append('\n');
        }
        if (blast.origin() instanceof Subject.OfService(String key)) {
            text.append(
                    linchpins.contains(key)
                            ? "Its loss splits the project: it alone joins some networks to the rest.\n"
                            : "Its loss does not split the project.\n");
        }
        return text.append("Services that hold the project together: ")
                .append(linchpins.isEmpty() ? "none" : String.join(", ", linchpins))
                .append('\n')
                .toString();
    }

    private static String names(List<Subject> subjects) {
        return subjects.isEmpty()
                ? "nobody"
                : subjects.stream().map(Subject::text).collect(Collectors.joining(", "));
    }

    private static String ways(BlastRadius blast, Subject to) {
        return blast.way(to).stream().map(Subject::text).collect(Collectors.joining(" -> "));
    }

    /** Returns what an intruder gets at as JSON of schema 1. */
    public static String json(BlastRadius blast, SortedSet<String> linchpins, SortedSet<String> commanding)
            throws JsonProcessingException {
        ObjectNode root = JsonText.root()
                .put("service", blast.origin().text())
                .put("splits", blast.origin() instanceof Subject.OfService(String key) && linchpins.contains(key));
        ArrayNode engine = root.putArray("commandsEngineOver");
        commanding.forEach(engine::add);
        ArrayNode direct = root.putArray("direct");
        blast.direct().forEach(subject -> direct.add(subject.text()));
        ArrayNode transitive = root.putArray("transitive");
        for (Subject subject : blast.transitive()) {
            ArrayNode way =
                    transitive.addObject().put("subject", subject.text()).putArray("way");
            blast.way(subject).forEach(step -> way.add(step.text()));
        }
        linchpins.forEach(root.putArray("linchpins")::add);
        return JsonText.of(root);
    }
}
