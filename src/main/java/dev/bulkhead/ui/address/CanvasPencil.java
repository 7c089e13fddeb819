package dev.bulkhead.ui.address;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.address.Ink;
import dev.bulkhead.layout.address.Pencil;
import dev.bulkhead.ui.theme.Swatches;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Pencil for lines and words on a canvas, in the colours of the present look. */
final class CanvasPencil implements Pencil {

    private static final int REMEMBERED = 20_000;

    private final GraphicsContext to;
    private final Swatches colours;
    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
    private final Map<Face, Map<String, Double>> widths = new EnumMap<>(Face.class);
    private final Text ruler = new Text();

    CanvasPencil(GraphicsContext to, Swatches colours) {
        this.to = to;
        this.colours = colours;
        for (Face face : Face.values()) {
            fonts.put(face, font(face));
            widths.put(face, new HashMap<>());
        }
    }

    private static Font font(Face face) {
        return switch (face) {
            case TITLE -> Font.font("Inter", FontWeight.BOLD, face.size());
            case NAME -> Font.font("Inter Semi Bold", face.size());
            case MONO -> Font.font("JetBrains Mono", face.size());
            case SMALL -> Font.font("Inter", face.size());
        };
    }

    @Override
    public void box(Box box, double radius, Ink fill, double opacity, Outline outline) {
        double arc = 2 * radius;
        if (opacity > 0) {
            to.setFill(shade(fill, opacity));
            to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
        if (outline.opacity() > 0 && outline.width() > 0) {
            double half = outline.width() / 2;
            to.setStroke(shade(outline.ink(), outline.opacity()));
            to.setLineWidth(outline.width());
            to.setLineDashes(outline.dashed() ? new double[] {5, 4} : new double[0]);
            to.strokeRoundRect(
                    box.x() + half,
                    box.y() + half,
                    box.width() - outline.width(),
                    box.height() - outline.width(),
                    arc - half,
                    arc - half);
        }
    }

    /** Returns the style classes of the tones that it draws with, beside the tints. */
    static List<String> styles() {
        return Arrays.stream(Ink.Tone.values()).map(Ink.Tone::styleClass).toList();
    }

    private Color colour(Ink ink) {
        return switch (ink) {
            case Ink.OfTint(var tint) -> colours.of(tint);
            case Ink.Tone tone -> colours.of(tone.styleClass());
        };
    }

    private Color shade(Ink ink, double opacity) {
        Color colour = colour(ink);
        return opacity >= 1 ? colour : Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }

    @Override
    public void text(double x, double y, String text, Face face, Ink ink) {
        to.setFont(fonts.get(face));
        to.setFill(colour(ink));
        to.setTextAlign(TextAlignment.LEFT);
        to.setTextBaseline(VPos.BASELINE);
        to.fillText(text, x, y);
    }

    @Override
    public double width(String text, Face face) {
        Map<String, Double> known = widths.computeIfAbsent(face, f -> new HashMap<>());
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(text, t -> {
            ruler.setFont(fonts.get(face));
            ruler.setText(t);
            return ruler.getLayoutBounds().getWidth();
        });
    }
}
