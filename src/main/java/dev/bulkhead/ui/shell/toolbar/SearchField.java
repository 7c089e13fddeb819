package dev.bulkhead.ui.shell.toolbar;

import atlantafx.base.controls.CustomTextField;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Glyph;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;

/** Field that finds a service or network by a part of its name and brings it into view. */
public final class SearchField extends CustomTextField {

    private static final int SHOWN = 10;
    /** In pixels. */
    private static final double WIDE = 200;
    /** In pixels. */
    private static final double NARROW = 120;

    private final ShellContext context;
    private final ContextMenu hits = new ContextMenu();

    public SearchField(ShellContext context) {
        this.context = context;
        setId("search");
        setNarrow(false);
        getStyleClass().add("bh-search-field");
        setAccessibleText("Search for a service or network");
        setLeft(Glyph.SEARCH.icon());
        hits.setAutoHide(true);
        textProperty().addListener((property, old, now) -> suggest());
        setOnAction(event -> matches(context.project().topologyProperty().get(), getText()).stream()
                .findFirst()
                .ifPresent(this::go));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hits.hide();
                clear();
            }
        });
    }

    /** Lets the operator type; what stood there is replaced. */
    public void begin() {
        requestFocus();
        selectAll();
    }

    /** Takes less room, or as much as it likes. */
    void setNarrow(boolean wanted) {
        setPrefWidth(wanted ? NARROW : WIDE);
        setPromptText(wanted ? "Search" : "Search (Ctrl+F)");
    }

    /** Returns the elements whose name holds the text, those that start with it first. */
    static List<GraphElement> matches(Topology topology, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return Stream.of(true, false)
                .flatMap(start -> Stream.<GraphElement>concat(
                                topology.services().keySet().stream().map(Element.ServiceElement::new),
                                topology.networks().keySet().stream().map(Element.NetworkElement::new))
                        .filter(element ->
                                key(element).contains(wanted) && key(element).startsWith(wanted) == start))
                .toList();
    }

    private static String key(GraphElement element) {
        return name(element).toLowerCase(Locale.ROOT);
    }

    private static String name(GraphElement element) {
        return switch (element) {
            case Element.ServiceElement(String service) -> service;
            case Element.NetworkElement(String network) -> network;
            case Element.MembershipElement(String service, String network) -> service + " " + network;
        };
    }

    private void suggest() {
        List<GraphElement> found = matches(context.project().topologyProperty().get(), getText());
        if (found.isEmpty() || !isFocused()) {
            hits.hide();
            return;
        }
        hits.getItems().setAll(found.stream().limit(SHOWN).map(this::item).toList());
        if (!hits.isShowing()) {
            hits.show(this, Side.BOTTOM, 0, 2);
        }
    }

    private MenuItem item(GraphElement element) {
        Glyph glyph = element instanceof Element.NetworkElement ? Glyph.NETWORK : Glyph.SERVICE;
        MenuItem item = new MenuItem(name(element), glyph.icon());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> go(element));
        return item;
    }

    private void go(GraphElement element) {
        hits.hide();
        clear();
        context.map().selection().clear();
        context.map().selection().add(element);
        context.navigation().reveal(element);
    }
}
