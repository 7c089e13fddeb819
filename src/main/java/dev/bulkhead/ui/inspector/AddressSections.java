package dev.bulkhead.ui.inspector;

import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.address.plan.RoomReport;
import dev.bulkhead.layout.address.SpaceWords;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** Sections of the inspector about a network's addresses. */
final class AddressSections {

    private final InspectorActions actions;

    AddressSections(InspectorActions actions) {
        this.actions = actions;
    }

    List<Node> network(Topology topology, Network network) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Nodes.heading("Addresses"));
        List<DeclaredRange> ranges = DeclaredRange.of(topology, network);
        if (ranges.isEmpty()) {
            nodes.add(Nodes.wrapped("The engine chooses the subnet from its default pools.", "bh-muted"));
        }
        for (DeclaredRange range : ranges) {
            nodes.add(Nodes.wrapped(range.cidr().toString(), "bh-mono"));
            nodes.add(Nodes.wrapped(words(RoomReport.of(range)), "bh-muted"));
        }
        Button move = new Button("Move to another subnet…", Glyph.EDIT.icon());
        move.setId("renumber-network");
        move.getStyleClass().addAll("small", "button-outlined");
        move.setDisable(network.external());
        move.setOnAction(event -> actions.renumber(network.key()));
        Button show = new Button("Address space", Glyph.ADDRESSES.icon());
        show.setId("show-addresses");
        show.getStyleClass().addAll("small", "button-outlined");
        show.setOnAction(event -> actions.showAddresses(network.key()));
        FlowPane buttons = new FlowPane(move, show);
        buttons.getStyleClass().add("bh-member-chips");
        nodes.add(buttons);
        return nodes;
    }

    private static String words(RoomReport room) {
        String words = "Room for " + SpaceWords.count(room.usable()) + ": "
                + room.range().statics().size() + " static, " + room.range().automatic() + " automatic, "
                + (room.free().signum() < 0
                        ? SpaceWords.count(room.free().negate()) + " too many"
                        : SpaceWords.count(room.free()) + " free");
        return words
                + room.range().ipRange().map(r -> "; automatic ones from " + r).orElse("") + ".";
    }
}
