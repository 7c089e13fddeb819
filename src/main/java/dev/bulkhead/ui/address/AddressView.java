package dev.bulkhead.ui.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.plan.AddressSpace;
import dev.bulkhead.address.plan.SpaceNode;
import dev.bulkhead.layout.address.SpaceBox;
import dev.bulkhead.layout.address.SpaceWords;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.fx.OncePerPicture;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** View of the address space with its legend; the chosen network is explained in the inspector. */
public final class AddressView extends BorderPane {

    private static final String HINT = Words.of("addressview.point-at-a-block-to");

    private final AddressViewModel model;
    private final AddressActions actions;
    private final AddressPicture picture;
    private final Label counts = Nodes.label("", "bh-muted");
    private final Label words = Nodes.label(HINT, "bh-reach-words");
    private final ContextMenu menu = new ContextMenu();

    /** Shows a model; networks have the colours of the map. */
    public AddressView(AddressViewModel model, NetworkTints tints, AddressActions actions) {
        this.model = model;
        this.actions = actions;
        this.picture = new AddressPicture(model, tints::tint, new AddressPicture.BlockActions() {
            @Override
            public void activate(SpaceBox box) {
                AddressView.this.activate(box);
            }

            @Override
            public void menu(SpaceBox box, double screenX, double screenY) {
                showMenu(box.node(), screenX, screenY);
            }
        });
        setId("address-view");
        getStyleClass().add("bh-address-view");
        getStylesheets().add(MapView.stylesheet());
        Button free = new Button(Words.of("addressview.next-free-subnet"), Glyph.SEARCH.icon());
        free.setId("address-free");
        free.setOnAction(event -> actions.findFree(chosenRange()));
        free.setMinWidth(Region.USE_PREF_SIZE);
        free.setTooltip(new Tooltip(Words.of("addressview.find-a-free-subnet-of")));
        counts.setMinWidth(0);
        HBox head = Nodes.row("bh-view-header", title(), counts, Nodes.spring(), free);
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
        setCenter(picture);
        words.setTextOverrun(OverrunStyle.ELLIPSIS);
        words.setMinWidth(0);
        setBottom(Nodes.column("bh-reach-foot", words, legend()));
        model.spaceProperty().subscribe(this::show);
        model.chosenProperty().subscribe(chosen -> {
            picture.showChosen();
            say();
        });
        model.unfolded().addListener((SetChangeListener<String>) change -> picture.requestLayout());
        tints.onChange(new OncePerPicture(picture, picture::draw));
        picture.hoveredProperty().addListener((property, old, now) -> say());
    }

    @Override
    public void requestFocus() {
        picture.requestFocus();
    }

    private static Label title() {
        Label title = Nodes.label(Words.of("addressview.address-space"), "bh-view-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return title;
    }

    private void show(AddressSpace space) {
        picture.show(space);
        int used = space.families().stream().mapToInt(SpaceNode::usedInside).sum();
        int left = space.forecast().left();
        int contests = space.forecast().contests().size();
        List<String> parts = new ArrayList<>();
        parts.add(Words.count("range-in-use", used));
        parts.add(Words.count("pool-left", left));
        if (contests > 0) {
            parts.add(Words.count("subnet-contested", contests));
        }
        counts.setText(String.join("; ", parts));
        say();
    }

    /** One line for the block under the pointer, else for the chosen one. */
    private void say() {
        words.setText(picture.hoveredProperty()
                .get()
                .map(SpaceBox::node)
                .or(this::chosenNode)
                .map(SpaceWords::sentence)
                .orElse(HINT));
    }

    private Optional<SpaceNode> chosenNode() {
        return model.chosenProperty().get().flatMap(model.spaceProperty().get()::node);
    }

    private Optional<Cidr> chosenRange() {
        return chosenNode().filter(node -> !node.children().isEmpty()).map(SpaceNode::cidr);
    }

    private void activate(SpaceBox box) {
        SpaceNode node = box.node();
        boolean many = box.form() == SpaceBox.Form.TILED;
        if (many) {
            model.unfolded().add(node.id());
        } else if (!model.unfolded().remove(node.id())) {
            open(node);
        }
    }

    private void open(SpaceNode node) {
        Optional<String> network = AddressViewModel.network(node);
        network.ifPresent(key -> actions.openInspector(new Element.NetworkElement(key)));
        if (node.role() instanceof SpaceNode.Role.Free) {
            actions.findFree(Optional.of(node.cidr()));
        }
    }

    private void showMenu(SpaceNode node, double screenX, double screenY) {
        menu.getItems().clear();
        AddressViewModel.network(node).ifPresent(key -> {
            GraphElement element = new Element.NetworkElement(key);
            menu.getItems()
                    .addAll(
                            item(Words.of("addressview.move-to-another-subnet"), () -> actions.renumber(key)),
                            item(Words.of("addressview.show-on-the-map"), () -> actions.showOnMap(element)),
                            item(Words.of("addressview.show-in-the-files"), () -> actions.openSource(element)));
        });
        boolean roomy = !node.children().isEmpty() || node.role() instanceof SpaceNode.Role.Free;
        if (roomy) {
            menu.getItems()
                    .add(item(
                            Words.of("addressview.next-free-subnet-in", node.cidr()),
                            () -> actions.findFree(Optional.of(node.cidr()))));
        }
        if (model.unfolded().contains(node.id())) {
            menu.getItems()
                    .add(item(
                            Words.of("addressview.fold-to-tiles"),
                            () -> model.unfolded().remove(node.id())));
        }
        menu.getItems()
                .add(item(
                        Words.of("addressview.copy", node.cidr()),
                        () -> copy(node.cidr().toString())));
        menu.show(picture, screenX, screenY);
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Node legend() {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("bh-reach-legend");
        legend.getChildren()
                .addAll(
                        entry("bh-space-own", Words.of("addressview.network-of-the-project")),
                        entry("bh-space-next", Words.of("addressview.next-automatic-subnet")),
                        entry("bh-space-other", Words.of("addressview.other-network-of-the-engine")),
                        entry("bh-space-route", Words.of("addressview.lan-vpn-or-route-of")),
                        entry("bh-space-free", Words.of("addressview.free-pool")),
                        entry("bh-space-bad", Words.of("addressview.overlaps")),
                        entry("bh-space-contested", Words.of("addressview.may-be-taken-first")));
        return legend;
    }

    private static HBox entry(String style, String words) {
        Region square = new Region();
        square.getStyleClass().addAll("bh-reach-square", style);
        HBox entry = Nodes.row("bh-reach-entry", square, Nodes.label(words, "bh-muted"));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
