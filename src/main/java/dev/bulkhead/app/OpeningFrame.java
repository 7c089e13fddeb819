package dev.bulkhead.app;

import dev.bulkhead.ui.theme.Theme;
import dev.bulkhead.ui.theme.Themes;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/**
 * Frame of a window while its first project is being read: where its bars will be, and what is opened.
 *
 * <p>It has no controls and the colours alone for a look, so that it is on the screen before the rest is even loaded.
 */
final class OpeningFrame {

    private static final double BAR = 96;
    private static final double SIDE = 236;
    private static final double STATUS = 28;

    private OpeningFrame() {}

    /** Returns a scene that shows it. */
    static Scene scene(String sentence, Theme theme, double width, double height) {
        Region top = region("bh-opening-bar");
        top.setPrefHeight(BAR);
        Region left = region("bh-opening-bar", "bh-opening-side");
        left.setPrefWidth(SIDE);
        Region bottom = region("bh-opening-bar", "bh-opening-status");
        bottom.setPrefHeight(STATUS);
        Text words = new Text(sentence);
        words.getStyleClass().add("bh-opening-words");
        BorderPane frame = new BorderPane(new StackPane(words), top, null, bottom, left);
        frame.getStyleClass().add("bh-opening");
        Scene scene = new Scene(frame, width, height);
        Themes.begin(
                scene,
                theme,
                Objects.requireNonNull(OpeningFrame.class.getResource("opening.css"), "opening.css")
                        .toExternalForm());
        return scene;
    }

    private static Region region(String... styles) {
        Region region = new Region();
        region.getStyleClass().addAll(styles);
        return region;
    }
}
