package dev.bulkhead.ui.theme;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/** Drawing with one ink on paper: what looks alike in it is told by its colour alone (WCAG 2.2, 1.4.1). */
public final class OneInk {

    private static final int SIDE = 24;

    private OneInk() {}

    /**
     * Draws signs with ink alone and returns those that look like another; on the toolkit's thread.
     *
     * @param swatches colours of what is drawn
     * @param paper style class of the ground that signs are cut out with
     * @param signs what draws each, with the colours, into a square of 24 pixels
     */
    public static List<String> alike(
            Swatches swatches, String paper, SequencedMap<String, BiConsumer<GraphicsContext, Swatches>> signs) {
        StackPane root = new StackPane(swatches);
        root.setStyle("-fx-background-color: white");
        Scene scene = new Scene(root, SIDE, SIDE);
        String sheet = ".bh-reach-swatch { -fx-background-color: black; } .bh-reach-swatch." + paper
                + " { -fx-background-color: white; }";
        scene.getStylesheets()
                .add("data:text/css,"
                        + URLEncoder.encode(sheet, StandardCharsets.UTF_8).replace("+", "%20"));
        root.applyCss();
        List<String> alike = new ArrayList<>();
        List<Map.Entry<String, WritableImage>> drawn = new ArrayList<>();
        signs.forEach((name, sign) -> {
            Canvas canvas = new Canvas(SIDE, SIDE);
            sign.accept(canvas.getGraphicsContext2D(), swatches);
            WritableImage picture = canvas.snapshot(null, null);
            drawn.stream()
                    .filter(before -> same(before.getValue(), picture))
                    .forEach(before -> alike.add(name + " looks like " + before.getKey()));
            drawn.add(Map.entry(name, picture));
        });
        return alike;
    }

    private static boolean same(WritableImage one, WritableImage other) {
        int differ = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double a = one.getPixelReader().getColor(x, y).getBrightness();
                double b = other.getPixelReader().getColor(x, y).getBrightness();
                differ += Math.abs(a - b) > 0.3 ? 1 : 0;
            }
        }
        return differ < 4;
    }
}
