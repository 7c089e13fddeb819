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
import dev.bulkhead.ui.fx.OncePerPicture;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * Panel with the networks of the project, their members counted, and what stands on none.
 *
 * <p>A row stays as long as it says the same. Of very many the first are there with the first picture, which shows no more
 * of them, and the others come a few with each of the next.
 */
public final class Sidebar extends ScrollPane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int AT_FIRST = 40;
    private static final int WITH_EACH = 12;

    /** More services that wait to be deployed are one line: after a live attachment it is nearly all of them. */
    private static final int MOST_PENDING = 3;

    private final ShellContext context;
    private final NetworkTints tints;
    private final VBox networks = Nodes.column("bh-side-list");
    private final VBox outside = Nodes.column("bh-side-list");
    private final Label outsideHeading = Nodes.heading(Words.of("sidebar.outside-any-network"));
    private final VBox differs = Nodes.column("bh-side-list");
    private final Label differsHeading = Nodes.heading(Words.of("sidebar.what-differs"));
    private final Map<Line, Button> rows = new HashMap<>();
    private final OncePerPicture picture = new OncePerPicture(this, this::render);
    private int room = AT_FIRST;

    /**
     * What a row says.
     *
     * @param element what it is about
     * @param title its name
     * @param beside a number, or where the service is instead of a network
     * @param swatch the colour of a network; empty for a service
     */
    private record Line(
            GraphElement element, String title, String beside, String swatch, boolean internal, String words) {}

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
                Nodes.heading(Words.of("sidebar.networks")),
                networks,
                add,
                outsideHeading,
                outside,
                differsHeading,
                differs));
        drift.differencesProperty().subscribe(this::showDifferences);
        context.project().topologyProperty().addListener((property, old, now) -> picture.run());
        context.map().internalsProperty().addListener((property, old, now) -> picture.run());
        context.map().subnets().addListener((MapChangeListener<String, String>) change -> picture.run());
        context.map().selection().addListener((SetChangeListener<GraphElement>) change -> picture.run());
        tints.onChange(picture);
    }

    private void render() {
        Topology topology = context.project().topologyProperty().get();
        Map<String, Long> members = topology.memberCounts();
        List<Line> ofNetworks = topology.networks().values().stream()
                .limit(room)
                .map(network -> line(network, members.getOrDefault(network.key(), 0L)))
                .toList();
        List<Line> alone = topology.services().values().stream()
                .filter(service -> !(service.networkMode() instanceof NetworkMode.Networks))
                .limit(room)
                .map(Sidebar::line)
                .toList();
        fill(networks, ofNetworks, this::networkRow);
        fill(outside, alone, this::outsideRow);
        rows.keySet()
                .retainAll(Stream.concat(ofNetworks.stream(), alone.stream()).collect(Collectors.toSet()));
        mark();
        Nodes.present(outsideHeading, !alone.isEmpty());
        if (ofNetworks.size() == room || alone.size() == room) {
            room += WITH_EACH;
            picture.run();
        }
    }

    private void mark() {
        Stream.of(networks, outside, differs)
                .flatMap(list -> list.getChildren().stream())
                .forEach(row -> row.pseudoClassStateChanged(
                        SELECTED, context.map().selection().contains(row.getUserData())));
    }

    private void fill(Pane list, List<Line> lines, Function<Line, Button> row) {
        List<Button> wanted =
                lines.stream().map(line -> rows.computeIfAbsent(line, row)).toList();
        if (!list.getChildren().equals(wanted)) {
            list.getChildren().setAll(wanted);
        }
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
                    .add(Nodes.wrapped(
                            Words.of("sidebar.services-wait-to-be-deployed", pending.size()), "bh-drift-words"));
        }
        now.all().stream()
                .filter(drift -> drift instanceof Drift.DirectoryDiffers || drift instanceof Drift.FilesDiffer)
                .forEach(drift -> differs.getChildren().add(Nodes.wrapped(drift.sentence(), "bh-drift-words")));
        mark();
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

    private Line line(Network network, long members) {
        String subnet = context.map().subnet(network).orElse(Words.of("sidebar.subnet-chosen-by-the-engine"));
        boolean internal = context.map().internal(network);
        String words = network.key() + ", " + subnet + ", " + Words.count("member", members)
                + (internal ? ", " + Words.of("sidebar.internal") : "");
        return new Line(
                new Element.NetworkElement(network.key()),
                network.key(),
                Long.toString(members),
                tints.styleClass(network.key()),
                internal,
                words);
    }

    private static Line line(Service service) {
        String where = switch (service.networkMode()) {
            case NetworkMode.Networks() -> "";
            case NetworkMode.Host() -> Words.of("sidebar.host-network");
            case NetworkMode.None() -> Words.of("sidebar.no-network");
            case NetworkMode.DefaultBridge() -> Words.of("sidebar.default-bridge");
            case NetworkMode.OfService(String owner) -> Words.of("sidebar.in-s-network", owner);
            case NetworkMode.OfContainer(String owner) -> Words.of("sidebar.in-s-network", owner);
            case NetworkMode.Named(String name) -> name;
        };
        return new Line(
                new Element.ServiceElement(service.key()),
                service.key(),
                where,
                "",
                false,
                service.key() + ", " + where);
    }

    private Button networkRow(Line line) {
        HBox content =
                Nodes.row("bh-side-row-content", Nodes.dot("bh-swatch", line.swatch()), Nodes.label(line.title()));
        if (line.internal()) {
            content.getChildren().add(Glyph.INTERNAL.icon());
        }
        Label count = Nodes.label(line.beside(), "bh-count");
        count.setMinWidth(USE_PREF_SIZE);
        content.getChildren().addAll(Nodes.spring(), count);
        content.setAlignment(Pos.CENTER_LEFT);
        return row(content, line.words(), line.element());
    }

    private Button outsideRow(Line line) {
        VBox content =
                Nodes.column("bh-side-row-lines", Nodes.label(line.title()), Nodes.label(line.beside(), "bh-muted"));
        return row(content, line.words(), line.element());
    }

    private Button row(Pane content, String words, GraphElement element) {
        Button row = new Button("", content);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().add("bh-side-row");
        row.setUserData(element);
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
