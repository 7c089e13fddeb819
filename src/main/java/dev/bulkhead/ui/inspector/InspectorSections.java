package dev.bulkhead.ui.inspector;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.diff.DiffLine;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        if (overview.selected() > 1) {
            nodes.add(Nodes.label(overview.selected() + " selected", "bh-inspector-title"));
            nodes.add(Nodes.wrapped("Drag them into a network to let all of them join it.", "bh-muted"));
            return nodes;
        }
        String project = overview.topology().project();
        nodes.add(Nodes.label(project.isEmpty() ? "Nothing is open" : project, "bh-inspector-title"));
        nodes.add(Nodes.wrapped("Select a service or a network to see what it is and to change it.", "bh-muted"));
        if (!overview.topology().services().isEmpty()) {
            nodes.add(Nodes.heading("On the map"));
            nodes.add(hint("Drag a service into a network", "it joins, and the change shows as a diff"));
            nodes.add(hint("Select a line and press Delete", "the service leaves that network"));
            nodes.add(hint("Ctrl+F", "find a service or network"));
            nodes.add(hint("Ctrl+Z", "take the last change back; nothing is written before Ctrl+S"));
        }
        return nodes;
    }

    List<Node> service(Inspection.OfService shown, Optional<ServiceState> live) {
        Service service = shown.service();
        List<Node> nodes = new ArrayList<>();
        nodes.add(title(service.key(), Optional.empty(), live, shown.at()));
        nodes.add(Nodes.wrapped(
                service.container().image().orElse("built from the project's own files"), "bh-muted", "bh-mono"));
        nodes.add(Nodes.heading("Networks"));
        shown.instead().ifPresent(words -> nodes.add(Nodes.wrapped("It " + words + ".", "bh-muted")));
        shown.memberships().forEach(membership -> nodes.add(membershipRow(service.key(), membership)));
        if (!shown.joinable().isEmpty()) {
            nodes.add(joinMenu(service.key(), shown.joinable()));
        }
        nodes.add(Nodes.heading("Published ports"));
        if (service.ports().isEmpty()) {
            nodes.add(Nodes.label("none", "bh-muted"));
        }
        service.ports().forEach(port -> nodes.add(portRow(service.key(), port)));
        return nodes;
    }

    List<Node> network(Inspection.OfNetwork shown) {
        List<Node> nodes = new ArrayList<>();
        Region swatch = Nodes.dot("bh-swatch", tints.styleClass(shown.network().key()));
        nodes.add(title(shown.network().key(), Optional.of(swatch), Optional.empty(), shown.at()));
        nodes.add(Nodes.heading("Properties"));
        nodes.add(new NetworkSheet(shown.network(), actions));
        nodes.add(Nodes.heading(shown.members().size() + (shown.members().size() == 1 ? " member" : " members")));
        if (shown.members().isEmpty()) {
            nodes.add(Nodes.wrapped("Drag a service here to let it join.", "bh-muted"));
            Button remove = new Button("Remove this network", Glyph.DELETE.icon());
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
            nodes.add(Nodes.heading("Of others"));
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
        return new VBox(Nodes.heading("Pending change"), code);
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
            link.setTooltip(new Tooltip("Show " + mark.fileAndLine() + " in the files"));
            link.setOnAction(event -> actions.openPlace(mark));
            // The end of a path tells more than its beginning.
            link.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            link.setMinWidth(0);
            box.getChildren().add(link);
        });
        return box;
    }

    private HBox membershipRow(String service, Inspection.Membership membership) {
        Hyperlink name = new Hyperlink(membership.network());
        name.getStyleClass().add("bh-quiet-link");
        name.setOnAction(event -> actions.select(new Element.NetworkElement(membership.network())));
        // Two lines, so that neither a long name nor an address is ever cut.
        HBox row = Nodes.row(
                "bh-inspector-row",
                Nodes.dot("bh-swatch", tints.styleClass(membership.network())),
                new VBox(name, Nodes.label(address(membership), "bh-mono", "bh-muted")));
        if (membership.internal()) {
            row.getChildren().add(Glyph.INTERNAL.icon());
        }
        row.getChildren().add(Nodes.spring());
        if (membership.removable()) {
            Button leave = new Button("", Glyph.LEAVE.icon());
            leave.getStyleClass().addAll("button-icon", "flat", "small");
            leave.setTooltip(new Tooltip("Leave " + membership.network()));
            leave.setAccessibleText("Leave " + membership.network());
            leave.setOnAction(event -> actions.apply(new TopologyEdit.Detach(service, membership.network())));
            row.getChildren().add(leave);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String address(Inspection.Membership membership) {
        return membership
                .address()
                .map(address -> membership.fixed() ? address : address + " (automatic)")
                .orElse("automatic address");
    }

    private MenuButton joinMenu(String service, List<String> joinable) {
        MenuButton menu = new MenuButton("Join a network…", Glyph.ADD.icon());
        menu.setId("join-network");
        menu.getStyleClass().addAll("flat", "small", "bh-join-menu");
        for (String network : joinable) {
            MenuItem item = new MenuItem(network, Nodes.dot("bh-swatch", tints.styleClass(network)));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> actions.apply(new TopologyEdit.Attach(service, network)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private HBox portRow(String service, PortMapping port) {
        String exposure = Inspection.exposure(port);
        Label who = Nodes.wrapped(
                port.hostIp().map(ip -> ip + ": ").orElse("") + exposure,
                exposure.startsWith("anyone") ? "bh-exposed" : "bh-muted");
        Button remove = new Button("", Glyph.CLOSE.icon());
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setTooltip(new Tooltip("No longer publish " + port.text()));
        remove.setAccessibleText("No longer publish " + port.text());
        remove.setOnAction(event -> actions.apply(new TopologyEdit.Unpublish(service, port)));
        String from = port.published().orElse("any port");
        VBox words = new VBox(
                Nodes.wrapped(
                        from + " → " + port.target() + "/" + port.protocol().text(), "bh-mono"),
                who);
        HBox row = Nodes.row("bh-inspector-row", words, Nodes.spring(), remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static VBox hint(String key, String words) {
        VBox box = new VBox(Nodes.wrapped(key, "bh-hint-key"), Nodes.wrapped(words, "bh-muted"));
        box.getStyleClass().add("bh-hint");
        VBox.setVgrow(box, Priority.NEVER);
        return box;
    }
}
