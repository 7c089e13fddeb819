package dev.bulkhead.layout.svg;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writer of SVG elements as text. */
final class SvgText implements MapPencil {

    private static final String FONTS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    private static final String MONO_FONTS = "'JetBrains Mono', 'DejaVu Sans Mono', Consolas, monospace";

    private final StringBuilder out = new StringBuilder(8_192);

    @Override
    public void open(Box view, String title) {
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\" font-family=\"%s\">%n"
                        .formatted(
                                number(view.width()),
                                number(view.height()),
                                number(view.x()),
                                number(view.y()),
                                number(view.width()),
                                number(view.height()),
                                FONTS)
                        .replace(System.lineSeparator(), "\n"));
        out.append("<title>").append(escaped(title)).append("</title>\n");
        box(view, 0, SvgPalette.PAPER, 1, SvgPalette.PAPER, 0);
    }

    String close() {
        return out.append("</svg>\n").toString();
    }

    @Override
    public void box(Box box, double radius, String fill, double fillOpacity, String stroke, double strokeOpacity) {
        out.append(
                        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" fill-opacity=\"%s\" stroke=\"%s\" stroke-opacity=\"%s\"/>"
                                .formatted(
                                        number(box.x()),
                                        number(box.y()),
                                        number(box.width()),
                                        number(box.height()),
                                        number(radius),
                                        fill,
                                        number(fillOpacity),
                                        stroke,
                                        number(strokeOpacity)))
                .append('\n');
    }

    void outlined(Box box, double radius, SvgSheet.Paint fill, SvgSheet.Paint line, double width, boolean dashed) {
        boolean lined = line.opacity() > 0 && width > 0;
        String stroke = lined
                ? " stroke=\"%s\" stroke-opacity=\"%s\" stroke-width=\"%s\"%s"
                        .formatted(
                                line.colour(),
                                number(line.opacity()),
                                number(width),
                                dashed ? " stroke-dasharray=\"5 4\"" : "")
                : "";
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" fill-opacity=\"%s\"%s/>"
                        .formatted(
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height()),
                                number(radius),
                                fill.colour(),
                                number(fill.opacity()),
                                stroke))
                .append('\n');
    }

    @Override
    public void line(List<Point> points, String stroke, double opacity) {
        String corners =
                points.stream().map(p -> number(p.x()) + "," + number(p.y())).collect(Collectors.joining(" "));
        out.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-opacity=\"%s\" stroke-width=\"1.5\"/>"
                        .formatted(corners, stroke, number(opacity)))
                .append('\n');
    }

    @Override
    public void dot(double x, double y, double radius, String fill) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>"
                        .formatted(number(x), number(y), number(radius), fill))
                .append('\n');
    }

    @Override
    public void text(double x, double y, String text, String font, String fill) {
        text(x, y, text, font, fill, "start");
    }

    @Override
    public void textMiddle(double x, double y, String text, String font, String fill) {
        text(x, y, text, font, fill, "middle");
    }

    @Override
    public void textEnd(double x, double y, String text, String font, String fill) {
        text(x, y, text, font, fill, "end");
    }

    private void text(double x, double y, String text, String font, String fill, String anchor) {
        if (text.isEmpty()) {
            return;
        }
        boolean bold = font.startsWith("bold ");
        String family = font.startsWith("mono ") ? " font-family=\"" + MONO_FONTS + "\"" : "";
        out.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\" fill=\"%s\">%s</text>"
                        .formatted(
                                number(x),
                                number(y),
                                bold || !family.isEmpty() ? font.substring(5) : font,
                                (bold ? " font-weight=\"600\"" : "") + family,
                                anchor,
                                fill,
                                escaped(text)))
                .append('\n');
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
