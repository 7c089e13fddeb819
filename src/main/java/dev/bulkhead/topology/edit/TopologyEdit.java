package dev.bulkhead.topology.edit;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;

/** Change of a project's networks, memberships, ports, variables or labels, whose outcome a topology can tell. */
public sealed interface TopologyEdit extends ProjectEdit
        permits TopologyEdit.Attach,
                TopologyEdit.Detach,
                TopologyEdit.AddNetwork,
                TopologyEdit.RemoveNetwork,
                TopologyEdit.RenameNetwork,
                TopologyEdit.SetSubnet,
                TopologyEdit.Renumber,
                TopologyEdit.SetInternal,
                TopologyEdit.Publish,
                TopologyEdit.Unpublish,
                TopologyEdit.SetEnvironment,
                TopologyEdit.SetLabel,
                TopologyEdit.Batch {

    /**
     * Edit that makes a service a member of a network. An implicit {@code default} membership becomes explicit and
     * stays.
     */
    record Attach(String service, Attachment attachment) implements TopologyEdit {
        public Attach(String service, String network) {
            this(service, Attachment.to(network));
        }
    }

    /**
     * Edit that takes a service off a network; refused for its last one, which would put it back on {@code default}.
     */
    record Detach(String service, String network) implements TopologyEdit {}

    /**
     * Edit that declares a network.
     *
     * @param file the file that receives it, relative to the project directory; a new file is included by the main one;
     *     empty means the file where the project's other networks stand
     * @param comments lines that stand above it as comments
     */
    record AddNetwork(Network network, Optional<String> file, List<String> comments) implements TopologyEdit {
        public AddNetwork {
            comments = List.copyOf(comments);
        }

        public AddNetwork(Network network, Optional<String> file) {
            this(network, file, List.of());
        }

        public AddNetwork(Network network) {
            this(network, Optional.empty());
        }
    }

    /** Edit that removes a network that no service uses; with members it is refused, so that no reference dangles. */
    record RemoveNetwork(String network) implements TopologyEdit {}

    /** Edit that gives a network another key, in its declaration and in every membership. */
    record RenameNetwork(String network, String newKey) implements TopologyEdit {}

    /** Edit that sets the subnet of a network's first pool; further pools, ranges and auxiliary addresses stay. */
    record SetSubnet(String network, String cidr) implements TopologyEdit {}

    /**
     * Edit that gives a network's subnet and the addresses chosen inside it other values, in the declaration and in
     * members.
     */
    record Renumber(String network, List<AddressMove> moves) implements TopologyEdit {
        public Renumber {
            moves = List.copyOf(moves);
        }

        /** Returns the first subnet among the new values. */
        Optional<String> subnet() {
            return moves.stream()
                    .filter(m -> m.slot() instanceof AddressMove.Slot.PoolSubnet)
                    .map(AddressMove::value)
                    .findFirst();
        }
    }

    /** Edit that sets whether a network is internal. */
    record SetInternal(String network, boolean internal) implements TopologyEdit {}

    /** Edit that publishes a port of a service. */
    record Publish(String service, PortMapping port) implements TopologyEdit {}

    /** Edit that takes a published port away. */
    record Unpublish(String service, PortMapping port) implements TopologyEdit {}

    /** Edit that sets an environment variable of a service. */
    record SetEnvironment(String service, String name, String value) implements TopologyEdit {
        @Override
        public String toString() {
            return "SetEnvironment[service=" + service + ", name=" + name + "]";
        }
    }

    /** Edit that sets a label of a service. */
    record SetLabel(String service, String name, String value) implements TopologyEdit {}

    /** Several such edits that are one change: all of them or none. */
    record Batch(String title, List<TopologyEdit> edits) implements TopologyEdit {
        public Batch {
            edits = List.copyOf(edits);
        }
    }

    /**
     * Returns the topology after this edit; the one before it stays as it is.
     *
     * @throws EditRejectedException if the edit does not fit the topology, with the reason as a sentence
     */
    default Topology apply(Topology topology) throws EditRejectedException {
        return EditApplication.apply(this, topology);
    }

    @Override
    default String describe() {
        return switch (this) {
            case Attach(String service, Attachment attachment) -> "attach " + service + " to " + attachment.network();
            case Detach(String service, String network) -> "detach " + service + " from " + network;
            case AddNetwork add -> "add network " + add.network().key();
            case RemoveNetwork(String network) -> "remove network " + network;
            case RenameNetwork(String network, String newKey) -> "rename network " + network + " to " + newKey;
            case SetSubnet(String network, String cidr) -> "set subnet of " + network + " to " + cidr;
            case Renumber move ->
                move.subnet()
                        .map(cidr -> "move " + move.network() + " to " + cidr)
                        .orElse("change addresses of " + move.network());
            case SetInternal(String network, boolean internal) ->
                "make " + network + (internal ? " internal" : " not internal");
            case Publish(String service, PortMapping port) -> "publish " + port.text() + " of " + service;
            case Unpublish(String service, PortMapping port) -> "unpublish " + port.text() + " of " + service;
            case SetEnvironment set -> "set " + set.name() + " of " + set.service();
            case SetLabel set -> "set label " + set.name() + " of " + set.service();
            case Batch batch -> batch.title();
        };
    }
}
