package dev.bulkhead.ui.inspector;

import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.address.plan.RoomReport;
import dev.bulkhead.layout.address.SpaceWords;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
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
        nodes.add(Nodes.heading(Words.of("addresssections.addresses")));
        List<DeclaredRange> ranges = DeclaredRange.of(topology, network);
        if (ranges.isEmpty()) {
            nodes.add(Nodes.wrapped(Words.of("addresssections.the-engine-chooses-the-subnet"), "bh-muted"));
        }
        for (DeclaredRange range : ranges) {
            nodes.add(Nodes.wrapped(range.cidr().toString(), "bh-mono"));
            nodes.add(Nodes.wrapped(words(RoomReport.of(range)), "bh-muted"));
        }
        Button move = new Button(Words.of("addresssections.move-to-another-subnet"), Glyph.EDIT.icon());
        move.setId("renumber-network");
        move.getStyleClass().addAll("small", "button-outlined");
        move.setDisable(network.external());
        move.setOnAction(event -> actions.renumber(network.key()));
        Button show = new Button(Words.of("addresssections.address-space"), Glyph.ADDRESSES.icon());
        show.setId("show-addresses");
        show.getStyleClass().addAll("small", "button-outlined");
        show.setOnAction(event -> actions.showAddresses(network.key()));
        FlowPane buttons = new FlowPane(move, show);
        buttons.getStyleClass().add("bh-member-chips");
        nodes.add(buttons);
        return nodes;
    }

    private static String words(RoomReport room) {
        String words = Words.of(
                "addresssections.room-for-static-automatic",
                SpaceWords.count(room.usable()),
                room.range().statics().size(),
                room.range().automatic(),
                room.free().signum() < 0
                        ? Words.of(
                                "addresssections.too-many",
                                SpaceWords.count(room.free().negate()))
                        : Words.of("addresssections.free", SpaceWords.count(room.free())));
        return words
                + room.range()
                        .ipRange()
                        .map(r -> Words.of("addresssections.automatic-ones-from", r))
                        .orElse("") + ".";
    }
}
