package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.migrate.iteration.Design;
import dev.bulkhead.migrate.iteration.Playbook;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * What a plan is made from; nothing in it is looked at live.
 *
 * @param playbook the iteration
 * @param design what the iteration wants
 * @param before the project as its files say now
 * @param after the project as its files will say
 * @param changes how the files change
 * @param observed the engine as it is
 * @param engine who the engine is
 */
public record PlanInput(
        Playbook playbook,
        Design design,
        Topology before,
        Topology after,
        List<TextChange> changes,
        ObservedState observed,
        EngineInfo engine) {

    public PlanInput {
        changes = List.copyOf(changes);
    }
}
