package dev.bulkhead.ui.inspector;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.diff.DiffLine;
import dev.bulkhead.ui.inspector.form.FormView;
import dev.bulkhead.ui.inspector.form.NetworkItems;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Sections of the inspector about services, networks and memberships. */
final class InspectorSections {

    private final NetworkTints tints;
    private final InspectorActions actions;

    InspectorSections(NetworkTints tints, InspectorActions actions) {
        this.tints = tints;
        this.actions = actions;
    }

    List<Node> overview(Inspection.Overview overview) {
        List<Node> nodes = new ArrayList<>();
        String project = overview.topology().project();
        nodes.add(Nodes.label(
                project.isEmpty() ? Words.of("inspectorsections.nothing-is-open") : project, "bh-inspector-title"));
        nodes.add(Nodes.wrapped(Words.of("inspectorsections.select-a-service-or-a"), "bh-muted"));
        if (!overview.topology().services().isEmpty()) {
            nodes.add(Nodes.heading(Words.of("inspectorsections.on-the-map")));
            nodes.add(hint(
                    Words.of("inspectorsections.drag-a-service-into-a"),
                    Words.of("inspectorsections.it-moves-there-with-ctrl")));
            nodes.add(hint(
                    Words.of("inspectorsections.select-a-line-and-press"),
                    Words.of("inspectorsections.the-service-leaves-that-network")));
            nodes.add(hint("Ctrl+F", Words.of("inspectorsections.find-by-name-image-port")));
            nodes.add(hint("Ctrl+Z", Words.of("inspectorsections.take-the-last-change-back")));
        }
        return nodes;
    }

    /** Returns what several things have in common, and what can be done with all of them at once. */
    List<Node> several(Inspection.Several shown) {
        List<Node> nodes = new ArrayList<>();
        int all = shown.services().size() + shown.networks().size();
        nodes.add(Nodes.label(Words.of("inspectorsections.selected", all), "bh-inspector-title"));
        if (!shown.services().isEmpty()) {
            nodes.add(Nodes.heading(Words.count("service", shown.services().size())));
            nodes.add(Nodes.wrapped(
                    shown.services().stream().map(Service::key).collect(Collectors.joining(", ")), "bh-muted"));
            nodes.add(menu(
                    "several-join",
                    Words.of("inspectorsections.let-them-join"),
                    Glyph.ADD,
                    shown.joinable(),
                    shown::join));
            nodes.add(menu(
                    "several-leave",
                    Words.of("inspectorsections.let-them-leave"),
                    Glyph.LEAVE,
                    shown.leavable(),
                    shown::leave));
            nodes.add(Nodes.wrapped(Words.of("inspectorsections.dragged-into-a-network-all"), "bh-muted"));
        }
        if (!shown.networks().isEmpty()) {
            nodes.add(Nodes.heading(Words.count("network", shown.networks().size())));
            nodes.add(Nodes.wrapped(
                    shown.networks().stream().map(Network::key).collect(Collectors.joining(", ")), "bh-muted"));
            nodes.add(new FormView("networks-form", NetworkItems.of(shown.networks()), actions));
        }
        return nodes;
    }

    private MenuButton menu(
            String id, String words, Glyph glyph, List<String> networks, Function<String, TopologyEdit> edit) {
        MenuButton menu = new MenuButton(words, glyph.icon());
        menu.setId(id);
        menu.getStyleClass().addAll("flat", "small", "bh-join-menu");
        menu.setDisable(networks.isEmpty());
        for (String network : networks) {
            MenuItem item = new MenuItem(network, Nodes.dot("bh-swatch", tints.styleClass(network)));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> actions.apply(edit.apply(network)));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Returns the name of a service, how it is, and its image. */
    List<Node> service(Inspection.OfService shown, Optional<ServiceState> live) {
        return List.of(
                title(shown.service().key(), Optional.empty(), live, shown.at()),
                Nodes.wrapped(
                        shown.service()
                                .container()
                                .image()
                                .orElse(Words.of("inspectorsections.built-from-the-project-s")),
                        "bh-muted",
                        "bh-mono"));
    }

    List<Node> network(Inspection.OfNetwork shown, Topology topology) {
        List<Node> nodes = new ArrayList<>();
        Region swatch = Nodes.dot("bh-swatch", tints.styleClass(shown.network().key()));
        nodes.add(title(shown.network().key(), Optional.of(swatch), Optional.empty(), shown.at()));
        nodes.add(Nodes.heading(Words.of("inspectorsections.properties")));
        nodes.add(new FormView(
                "network-sheet", NetworkItems.of(topology, shown.network(), actions.freeSubnet()), actions));
        nodes.add(Nodes.heading(Words.count("member", shown.members().size())));
        if (shown.members().isEmpty()) {
            nodes.add(Nodes.wrapped(Words.of("inspectorsections.drag-a-service-here-to"), "bh-muted"));
            Button remove = new Button(Words.of("inspectorsections.remove-this-network"), Glyph.DELETE.icon());
            remove.setId("remove-network");
            remove.getStyleClass().addAll("small", "danger", "button-outlined");
            remove.setOnAction(event ->
                    actions.apply(new TopologyEdit.RemoveNetwork(shown.network().key())));
            nodes.add(remove);
        }
        FlowPane members = new FlowPane();
        members.getStyleClass().add("bh-member-chips");
        for (String member : shown.members()) {
            Button chip = new Button(member);
            chip.getStyleClass().addAll("bh-chip");
            chip.setOnAction(event -> actions.select(new Element.ServiceElement(member)));
            members.getChildren().add(chip);
        }
        nodes.add(members);
        shown.others().ifPresent(others -> {
            nodes.add(Nodes.heading(Words.of("inspectorsections.of-others")));
            Button chip = new Button(others.note());
            chip.setId("others-on-network");
            chip.getStyleClass().addAll("bh-chip");
            chip.setOnAction(event -> actions.select(new Element.ServiceElement(others.key())));
            FlowPane outside = new FlowPane(chip);
            outside.getStyleClass().add("bh-member-chips");
            nodes.add(outside);
        });
        return nodes;
    }

    /** Returns the coloured lines of a pending change. */
    Node pending(List<DiffLine> lines) {
        VBox code = Nodes.column("bh-inline-diff");
        for (DiffLine line : lines) {
            String sign = switch (line) {
                case DiffLine.Added added -> "+ ";
                case DiffLine.Removed removed -> "− ";
                case DiffLine.Kept kept -> "  ";
                case DiffLine.Hunk hunk -> "";
                case DiffLine.FileHead head -> "";
            };
            Label label = Nodes.wrapped(sign + line.text(), "bh-mono", style(line));
            label.setMaxWidth(Double.MAX_VALUE);
            label.setTooltip(new Tooltip(line.text()));
            code.getChildren().add(label);
        }
        return new VBox(Nodes.heading(Words.of("inspectorsections.pending-change")), code);
    }

    private static String style(DiffLine line) {
        return switch (line) {
            case DiffLine.Added added -> "bh-diff-added";
            case DiffLine.Removed removed -> "bh-diff-removed";
            case DiffLine.Hunk hunk -> "bh-diff-hunk";
            case DiffLine.Kept kept -> "bh-diff-kept";
            case DiffLine.FileHead head -> "bh-diff-file";
        };
    }

    /** The name on lines of its own, then how it is, then where it stands. */
    private static VBox title(String name, Optional<Node> mark, Optional<ServiceState> live) {
        HBox line = Nodes.row("bh-inspector-head");
        line.setAlignment(Pos.CENTER_LEFT);
        mark.ifPresent(line.getChildren()::add);
        Label title = Nodes.wrapped(name, "bh-inspector-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        line.getChildren().add(title);
        VBox box = Nodes.column("bh-inspector-heading", line);
        live.ifPresent(state -> {
            Label words = Nodes.wrapped(state.words(), "bh-muted", "bh-inspector-state");
            words.setGraphic(Nodes.dot(Nodes.styleClass(state.health())));
            box.getChildren().add(words);
        });
        return box;
    }

    private VBox title(String name, Optional<Node> swatch, Optional<ServiceState> live, Optional<SourceMark> at) {
        VBox box = title(name, swatch, live);
        at.ifPresent(mark -> {
            Hyperlink link = new Hyperlink(mark.fileAndLine());
            link.setId("go-to-source");
            link.getStyleClass().add("bh-mono");
            link.setTooltip(new Tooltip(Words.of("inspectorsections.show-in-the-files", mark.fileAndLine())));
            link.setOnAction(event -> actions.openPlace(mark));
            // The end of a path tells more than its beginning.
            link.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            link.setMinWidth(0);
            box.getChildren().add(link);
        });
        return box;
    }

    private static VBox hint(String key, String words) {
        VBox box = new VBox(Nodes.wrapped(key, "bh-hint-key"), Nodes.wrapped(words, "bh-muted"));
        box.getStyleClass().add("bh-hint");
        VBox.setVgrow(box, Priority.NEVER);
        return box;
    }
}
