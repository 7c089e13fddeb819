package dev.bulkhead.ui.shell.panel;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.drift.DriftViewModel;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Panel with the networks of the project, their members counted, and what stands on none. */
public final class Sidebar extends ScrollPane {

    /** More services that wait to be deployed are one line: after a live attachment it is nearly all of them. */
    private static final int MOST_PENDING = 3;

    private final ShellContext context;
    private final NetworkTints tints;
    private final VBox networks = Nodes.column("bh-side-list");
    private final VBox outside = Nodes.column("bh-side-list");
    private final Label outsideHeading = Nodes.heading("Outside any network");
    private final VBox differs = Nodes.column("bh-side-list");
    private final Label differsHeading = Nodes.heading("What differs");

    /**
     * Lists the networks of the project.
     *
     * @param palette lets what makes a new network be dragged onto the map
     */
    public Sidebar(
            ShellContext context,
            CommandControls controls,
            NetworkTints tints,
            DriftViewModel drift,
            Consumer<Node> palette) {
        this.context = context;
        this.tints = tints;
        getStyleClass().add("bh-sidebar");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Button add = controls.button(Command.NEW_NETWORK);
        add.getStyleClass().addAll("bh-side-row", "bh-side-add");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setAlignment(Pos.CENTER_LEFT);
        palette.accept(add);
        setContent(Nodes.column(
                "bh-side-content",
                Nodes.heading("Networks"),
                networks,
                add,
                outsideHeading,
                outside,
                differsHeading,
                differs));
        drift.differencesProperty().subscribe(this::showDifferences);
        context.project().topologyProperty().addListener((property, old, now) -> render());
        context.map().selection().addListener((SetChangeListener<GraphElement>) change -> render());
        tints.onChange(this::render);
        render();
    }

    private void render() {
        Topology topology = context.project().topologyProperty().get();
        networks.getChildren()
                .setAll(topology.networks().values().stream()
                        .map(network -> networkRow(topology, network))
                        .toList());
        List<Service> alone = topology.services().values().stream()
                .filter(service -> !(service.networkMode() instanceof NetworkMode.Networks))
                .toList();
        outside.getChildren().setAll(alone.stream().map(this::outsideRow).toList());
        Nodes.present(outsideHeading, !alone.isEmpty());
    }

    /** One line for each thing that differs, and those that are on no map as sentences. */
    private void showDifferences(DriftViewModel.Differences now) {
        Nodes.present(differsHeading, !now.all().isEmpty());
        differs.getChildren().clear();
        differs.setId("what-differs");
        List<GraphElement> elements = now.byElement().keySet().stream()
                .filter(element -> !(element instanceof Element.MembershipElement))
                .sorted(Comparator.comparing(Element::text))
                .toList();
        List<GraphElement> pending = elements.stream()
                .filter(element -> now.about(element).stream().allMatch(Drift::pending))
                .toList();
        boolean many = pending.size() > MOST_PENDING;
        elements.stream()
                .filter(element -> !many || !pending.contains(element))
                .forEach(element -> differs.getChildren().add(differsRow(element, now)));
        if (many) {
            differs.getChildren()
                    .add(Nodes.wrapped(pending.size() + " services wait to be deployed", "bh-drift-words"));
        }
        now.all().stream()
                .filter(drift -> drift instanceof Drift.DirectoryDiffers || drift instanceof Drift.FilesDiffer)
                .forEach(drift -> differs.getChildren().add(Nodes.wrapped(drift.sentence(), "bh-drift-words")));
    }

    private Node differsRow(GraphElement element, DriftViewModel.Differences now) {
        List<Drift> about = now.about(element);
        String name = element.text().substring(element.text().indexOf(':') + 1);
        Label words = Nodes.label(
                context.map()
                        .differences()
                        .getOrDefault(element, Difference.NONE)
                        .words(),
                "bh-drift-words");
        VBox content = Nodes.column("bh-side-row-lines", Nodes.label(name), words);
        return row(
                content, name + ": " + about.stream().map(Drift::sentence).collect(Collectors.joining(" ")), element);
    }

    private Node networkRow(Topology topology, Network network) {
        int members = topology.members(network.key()).size();
        Region swatch = Nodes.dot("bh-swatch", tints.styleClass(network.key()));
        HBox content = Nodes.row("bh-side-row-content", swatch, Nodes.label(network.key()));
        if (context.map().internal(network)) {
            content.getChildren().add(Glyph.INTERNAL.icon());
        }
        Label count = Nodes.label(Integer.toString(members), "bh-count");
        count.setMinWidth(USE_PREF_SIZE);
        content.getChildren().addAll(Nodes.spring(), count);
        content.setAlignment(Pos.CENTER_LEFT);
        String subnet = context.map().subnet(network).orElse("subnet chosen by the engine");
        String words = network.key() + ", " + subnet + ", " + members + (members == 1 ? " member" : " members")
                + (context.map().internal(network) ? ", internal" : "");
        return row(content, words, new Element.NetworkElement(network.key()));
    }

    private Node outsideRow(Service service) {
        String where = switch (service.networkMode()) {
            case NetworkMode.Networks() -> "";
            case NetworkMode.Host() -> "host network";
            case NetworkMode.None() -> "no network";
            case NetworkMode.DefaultBridge() -> "default bridge";
            case NetworkMode.OfService(String owner) -> "in " + owner + "'s network";
            case NetworkMode.OfContainer(String owner) -> "in " + owner + "'s network";
            case NetworkMode.Named(String name) -> name;
        };
        VBox content = Nodes.column("bh-side-row-lines", Nodes.label(service.key()), Nodes.label(where, "bh-muted"));
        return row(content, service.key() + ", " + where, new Element.ServiceElement(service.key()));
    }

    private Button row(Pane content, String words, GraphElement element) {
        Button row = new Button("", content);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().add("bh-side-row");
        if (context.map().selection().contains(element)) {
            row.getStyleClass().add("bh-selected");
        }
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(row.widthProperty().subtract(18));
        row.setAccessibleText(words);
        row.setTooltip(new Tooltip(words));
        row.setOnAction(event -> {
            context.map().selection().clear();
            context.map().selection().add(element);
            context.navigation().reveal(element);
        });
        return row;
    }
}
