package dev.bulkhead.migrate.review;

import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.migrate.effect.PlanEffect;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.run.ReportFacts;
import dev.bulkhead.topology.SecretValues;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Review of an iteration: what it would do, shown before anything is done.
 *
 * @param plan the operations in order
 * @param patch what changes in the files, and the project as it reads afterwards
 * @param before the topology now, external networks as the engine has them
 * @param planned the topology afterwards, external networks as the engine will have them
 * @param goal what is wanted, with the flows that have to work and the notes for the operator
 * @param facts what the report will tell of the plan
 * @param effect who reaches whom differently at the end and on the way from {@code before} to {@code planned}
 */
public record Review(
        Plan plan, Patch patch, Topology before, Topology planned, Goal goal, ReportFacts facts, PlanEffect effect) {

    /** Returns the topology as the files will say. */
    public Topology after() {
        return patch.after().topology();
    }

    /** Returns what must not be shown of the changes: the secrets of before and after, also those whose lines go. */
    public SecretValues secrets() {
        Map<String, String> lines = new TreeMap<>();
        for (TextChange change : patch.changes()) {
            if (change.name().contains(".env")) {
                change.before()
                        .ifPresent(text -> text.lines().forEach(line -> {
                            int equals = line.indexOf('=');
                            if (equals > 0) {
                                lines.put(
                                        line.substring(0, equals)
                                                .replace("export ", "")
                                                .strip(),
                                        line.substring(equals + 1).strip().replaceAll("^[\"']|[\"']$", ""));
                            }
                        }));
            }
        }
        return patch.after().secrets().and(SecretValues.of(before)).and(SecretValues.of(lines));
    }

    /** Returns what the operator should know, one sentence each. */
    public List<String> notes() {
        return goal.notes();
    }

    /** Returns the flows that have to work. */
    public List<MustFlow> flows() {
        return goal.mustHold().stream().filter(flow -> !flow.forbidden()).toList();
    }

    /**
     * Returns the flows that the verification probes: those that have to work and those that must not, but for those that
     * the plan gives up, which it is refused for until the operator accepts it.
     */
    public List<MustFlow> probes() {
        return goal.mustHold().stream()
                .filter(flow -> !effect.ended().contains(flow))
                .toList();
    }
}
