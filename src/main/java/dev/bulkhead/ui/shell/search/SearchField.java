package dev.bulkhead.ui.shell.search;

import atlantafx.base.controls.CustomTextField;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.search.Hits.Hit;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Field that finds services and networks by what they are called, run, publish or are addressed by, and brings one after
 * another into view.
 */
public final class SearchField extends CustomTextField {

    private static final int SHOWN = 10;
    /** In pixels. */
    private static final double WIDE = 240;
    /** In pixels. */
    private static final double NARROW = 140;

    private final ShellContext context;
    private final ContextMenu suggestions = new ContextMenu();
    private final Label place = Nodes.label("", "bh-search-place");
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper(this, "any");
    private List<Hit> hits = List.of();
    /** The hit that was gone to last; -1 before the first. */
    private int current = -1;

    public SearchField(ShellContext context) {
        this.context = context;
        setId("search");
        setNarrow(false);
        getStyleClass().add("bh-search-field");
        setAccessibleText(Words.of("searchfield.search-name-image-port-address"));
        setLeft(Glyph.SEARCH.icon());
        setRight(place);
        place.setId("search-place");
        suggestions.setAutoHide(true);
        textProperty().addListener((property, old, now) -> typed());
        context.project().topologyProperty().addListener((property, old, now) -> found());
        setOnAction(event -> step(1));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                suggestions.hide();
                clear();
            }
        });
    }

    /** Lets the operator type; what stood there is replaced. */
    public void begin() {
        requestFocus();
        selectAll();
    }

    /** Goes to the next hit, after the last to the first. */
    public void next() {
        step(1);
    }

    /** Goes to the hit before, before the first to the last. */
    public void previous() {
        step(-1);
    }

    /** Whether there is something to go to. */
    public ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }

    /** Takes less room, or as much as it likes. */
    public void setNarrow(boolean wanted) {
        setPrefWidth(wanted ? NARROW : WIDE);
        setPromptText(wanted ? Words.of("searchfield.search") : Words.of("searchfield.search-ctrl-f"));
    }

    private void typed() {
        current = -1;
        found();
        if (hits.isEmpty() || !isFocused()) {
            suggestions.hide();
            return;
        }
        suggestions.getItems().setAll(hits.stream().limit(SHOWN).map(this::item).toList());
        if (hits.size() > SHOWN) {
            MenuItem more = new MenuItem(Words.of("searchfield.and-more-f3-goes-from", hits.size() - SHOWN));
            more.setDisable(true);
            suggestions.getItems().add(more);
        }
        if (!suggestions.isShowing()) {
            suggestions.show(this, Side.BOTTOM, 0, 2);
        }
    }

    /** Looks again, for another text or in another project. */
    private void found() {
        hits = Hits.of(context.project().topologyProperty().get(), hosts(), getText());
        current = Math.min(current, hits.size() - 1);
        any.set(!hits.isEmpty());
        tell();
    }

    private void tell() {
        boolean nothing = hits.isEmpty() && !getText().isBlank();
        place.setText(nothing ? Words.of("searchfield.none") : current < 0 ? "" : (current + 1) + "/" + hits.size());
        Nodes.present(place, !place.getText().isEmpty());
    }

    private CustomMenuItem item(Hit hit) {
        Glyph glyph = hit.element() instanceof Element.NetworkElement ? Glyph.NETWORK : Glyph.SERVICE;
        Label name = new Label(key(hit.element()), glyph.icon());
        Label why = Nodes.label(hit.why(), "bh-search-why");
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = Nodes.row("bh-search-hit", name, why);
        CustomMenuItem item = new CustomMenuItem(row);
        item.setOnAction(event -> go(hits.indexOf(hit)));
        return item;
    }

    private static String key(GraphElement element) {
        return switch (element) {
            case Element.ServiceElement(String service) -> service;
            case Element.NetworkElement(String network) -> network;
            case Element.MembershipElement(String service, String network) -> service + " " + network;
        };
    }

    private void step(int by) {
        if (!hits.isEmpty()) {
            go(Math.floorMod(current < 0 && by < 0 ? by : current + by, hits.size()));
        }
    }

    private void go(int index) {
        suggestions.hide();
        current = index;
        tell();
        GraphElement element = hits.get(index).element();
        context.map().selection().clear();
        context.map().selection().add(element);
        context.navigation().reveal(element);
    }

    private Map<String, String> hosts() {
        Map<String, String> hosts = new TreeMap<>();
        context.map().live().forEach((service, state) -> state.host().ifPresent(host -> hosts.put(service, host)));
        return hosts;
    }
}
