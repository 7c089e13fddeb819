package dev.bulkhead.ui.matrix;

import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;

/** Effect that a click on a cell of the membership matrix would have. */
sealed interface Toggle {

    /** It joins or leaves. */
    record Possible(TopologyEdit edit) implements Toggle {}

    /** It cannot, for a reason the operator is told. */
    record Impossible(String reason) implements Toggle {}

    static Toggle of(Topology topology, Service service, String network) {
        TopologyEdit edit = service.joins(network)
                ? new TopologyEdit.Detach(service.key(), network)
                : new TopologyEdit.Attach(service.key(), network);
        try {
            edit.apply(topology);
            return new Possible(edit);
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }
}
