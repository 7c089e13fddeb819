package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.ui.canvas.card.Detail;
import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.words.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Node of the outside world. */
final class WorldPill extends HBox {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");
    private static final PseudoClass BREACH = PseudoClass.getPseudoClass("breach");

    /** What stands beside the text: icon and room, or a little room. */
    private static final double FURNITURE = 66;

    private static final double TIGHT = 18;
    /** Letters of the longest name. */
    private static final int LONGEST = 8;
    /** Width of a letter by its size; bold ones are wider. */
    private static final double LETTER = 0.6;
    /** Height of a line by the size of its letters. */
    private static final double LINES = 1.25;

    private final Label title = new Label();
    private final Label words = new Label();
    private final FontIcon icon;
    private String said = "";
    private Legibility legibility = Legibility.FULL;

    WorldPill(WorldNode node) {
        super(10);
        setId("world-" + name(node).toLowerCase(Locale.ROOT));
        getStyleClass().add("bh-world");
        setAlignment(Pos.CENTER_LEFT);
        title.setText(name(node));
        icon = Icons.of(icon(node), "bh-world-icon");
        title.getStyleClass().add("bh-world-title");
        words.getStyleClass().add("bh-world-words");
        VBox text = new VBox(title, words);
        text.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(icon, text);
        setMouseTransparent(true);
        setCache(true);
    }

    void setLight(boolean mode, Optional<Lights.Light> light) {
        pseudoClassStateChanged(UNLIT, mode && light.isEmpty());
        pseudoClassStateChanged(LIT, light.isPresent());
        pseudoClassStateChanged(BREACH, light.map(Lights.Light::breach).orElse(false));
    }

    void show(String text) {
        said = text;
        fit();
    }

    /** Shows as much as can be read: everything, its name, or its icon. */
    void show(Legibility read) {
        if (!read.equals(legibility)) {
            legibility = read;
            fit();
        }
    }

    private void fit() {
        Detail detail = legibility.detail();
        boolean usual = legibility.zoom() >= 1;
        // All three alike: by the longest of their names.
        boolean beside = LONGEST * LETTER * legibility.name() <= MapMetrics.WORLD_WIDTH - FURNITURE;
        double room = MapMetrics.WORLD_WIDTH - (beside ? FURNITURE : TIGHT);
        boolean named = detail != Detail.FAR && nameFits(room);
        String fitting = fits(said, room) ? said : said.replace(" open", "");
        words.setText(fitting);
        shown(title, named);
        shown(
                words,
                named
                        && detail == Detail.NEAR
                        && !said.isEmpty()
                        && fits(fitting, room)
                        && LINES * (legibility.name() + legibility.small()) <= MapMetrics.WORLD_HEIGHT - 4);
        shown(icon, beside || !named);
        // From afar it stands alone.
        double factor = named ? 1 : Math.min(1.8, legibility.nameFactor());
        icon.setScaleX(factor);
        icon.setScaleY(factor);
        setStyle(beside ? "" : "-fx-padding: 0 8 0 8; -fx-alignment: center;");
        title.setStyle(usual ? "" : "-fx-font-size: " + legibility.name() + "px;");
        words.setStyle(usual ? "" : "-fx-font-size: " + legibility.small() + "px;");
    }

    private boolean nameFits(double room) {
        return title.getText().length() * LETTER * legibility.name() <= room;
    }

    private boolean fits(String text, double room) {
        return text.length() * LETTER * legibility.small() <= room;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String name(WorldNode node) {
        return switch (node) {
            case INTERNET -> Words.of("worldpill.internet");
            case LAN -> Words.of("worldpill.lan");
            case HOST -> Words.of("worldpill.host");
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
