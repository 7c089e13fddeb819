package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.ui.canvas.model.Lights;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Node of the outside world. */
final class WorldPill extends HBox {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");
    private static final PseudoClass BREACH = PseudoClass.getPseudoClass("breach");

    private final Label words = new Label();

    WorldPill(WorldNode node) {
        super(10);
        setId("world-" + name(node).toLowerCase(Locale.ROOT));
        getStyleClass().add("bh-world");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(name(node));
        title.getStyleClass().add("bh-world-title");
        words.getStyleClass().add("bh-world-words");
        VBox text = new VBox(title, words);
        text.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Icons.of(icon(node), "bh-world-icon"), text);
        setMouseTransparent(true);
    }

    void setLight(boolean mode, Optional<Lights.Light> light) {
        pseudoClassStateChanged(UNLIT, mode && light.isEmpty());
        pseudoClassStateChanged(LIT, light.isPresent());
        pseudoClassStateChanged(BREACH, light.map(Lights.Light::breach).orElse(false));
    }

    void show(String text) {
        words.setText(text);
        words.setManaged(!text.isEmpty());
        words.setVisible(!text.isEmpty());
    }

    private static String name(WorldNode node) {
        return switch (node) {
            case INTERNET -> "Internet";
            case LAN -> "LAN";
            case HOST -> "Host";
        };
    }

    private static String icon(WorldNode node) {
        return switch (node) {
            case INTERNET -> "mdi2w-web";
            case LAN -> "mdi2l-lan";
            case HOST -> "mdi2s-server";
        };
    }
}
