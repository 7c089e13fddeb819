package dev.bulkhead.layout.svg;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writer of a PDF file of one page that is as large as the picture. Text is text, in the letters that every reader has
 * (ISO 32000-1, 9.6.2.2), so that no font goes into the file.
 */
final class PdfText implements MapPencil {

    private static final Charset LETTERS = Charset.forName("windows-1252");

    /** Control points of a quarter of a circle lie so far from its ends, as a part of the radius. */
    private static final double ROUND = 0.5523;

    /** Widths of the letters of Helvetica from the space to the tilde, in thousandths of the size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private static final int USUAL_WIDTH = 556;

    private final StringBuilder page = new StringBuilder(16_384);
    private final Map<String, String> opacities = new LinkedHashMap<>();
    private Box view = new Box(0, 0, 1, 1);
    private String title = "";

    @Override
    public void open(Box shown, String name) {
        view = shown;
        title = name;
        box(shown, 0, SvgPalette.PAPER, 1, SvgPalette.PAPER, 0);
    }

    @Override
    public void box(Box box, double radius, String fill, double fillOpacity, String stroke, double strokeOpacity) {
        double r = Math.min(radius, Math.min(box.width(), box.height()) / 2);
        double left = box.x() - view.x();
        double right = left + box.width();
        double top = view.height() - (box.y() - view.y());
        double bottom = top - box.height();
        double k = r * (1 - ROUND);
        page.append("q ").append(opacity(fillOpacity, strokeOpacity));
        colour(fill, "rg");
        colour(stroke, "RG");
        put("m", left + r, top);
        put("l", right - r, top);
        put("c", right - k, top, right, top - k, right, top - r);
        put("l", right, bottom + r);
        put("c", right, bottom + k, right - k, bottom, right - r, bottom);
        put("l", left + r, bottom);
        put("c", left + k, bottom, left, bottom + k, left, bottom + r);
        put("l", left, top - r);
        put("c", left, top - k, left + k, top, left + r, top);
        page.append(strokeOpacity > 0 ? "b Q\n" : "f Q\n");
    }

    @Override
    public void line(List<Point> points, String stroke, double opacity) {
        page.append("q 1.5 w ").append(opacity(1, opacity));
        colour(stroke, "RG");
        for (int i = 0; i < points.size(); i++) {
            put(
                    i == 0 ? "m" : "l",
                    points.get(i).x() - view.x(),
                    view.height() - (points.get(i).y() - view.y()));
        }
        page.append("S Q\n");
    }

    @Override
    public void dot(double x, double y, double radius, String fill) {
        box(new Box(x - radius, y - radius, 2 * radius, 2 * radius), radius, fill, 1, fill, 0);
    }

    @Override
    public void text(double x, double y, String text, String font, String fill) {
        text(x, y, text, font, fill, 0);
    }

    @Override
    public void textMiddle(double x, double y, String text, String font, String fill) {
        text(x, y, text, font, fill, 0.5);
    }

    @Override
    public void textEnd(double x, double y, String text, String font, String fill) {
        text(x, y, text, font, fill, 1);
    }

    private void text(double x, double y, String text, String font, String fill, double before) {
        if (text.isEmpty()) {
            return;
        }
        boolean bold = font.startsWith("bold ");
        double size = Double.parseDouble(bold ? font.substring("bold ".length()) : font);
        page.append("BT ");
        colour(fill, "rg");
        page.append(bold ? "/F2 " : "/F1 ").append(number(size)).append(" Tf ");
        put("Td", x - view.x() - before * width(text) * size, view.height() - (y - view.y()));
        page.append('(').append(escaped(text)).append(") Tj ET\n");
    }

    private static double width(String text) {
        return text.chars()
                        .map(c -> c >= ' ' && c - ' ' < WIDTHS.length ? WIDTHS[c - ' '] : USUAL_WIDTH)
                        .sum()
                / 1000.0;
    }

    /** Returns the file. */
    byte[] close() {
        StringBuilder states = new StringBuilder();
        opacities.forEach((values, name) ->
                states.append('/').append(name).append(" << ").append(values).append(" >> "));
        List<String> objects = new ArrayList<>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(view.width()) + " "
                + number(view.height())
                + "] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> /ExtGState << "
                + states + ">> >> >>");
        objects.add("<< /Length " + page.length() + " >>\nstream\n" + page + "endstream");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        objects.add("<< /Title (" + escaped(title) + ") /Producer (Bulkhead) >>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < objects.size(); i++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        int count = objects.size() + 1;
        file.append("xref\n0 ").append(count).append("\n0000000000 65535 f \n").append(places);
        file.append("trailer\n<< /Size ").append(count).append(" /Root 1 0 R /Info 7 0 R >>\nstartxref\n");
        file.append(table).append("\n%%EOF\n");
        // Every character of it is one byte, so that the places above are right.
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String opacity(double fill, double stroke) {
        String values = "/ca " + number(fill) + " /CA " + number(stroke);
        String name = opacities.computeIfAbsent(values, fresh -> "G" + opacities.size());
        return "/" + name + " gs ";
    }

    private void colour(String hex, String operator) {
        for (int i = 1; i < hex.length(); i += 2) {
            page.append(number(Integer.parseInt(hex.substring(i, i + 2), 16) / 255.0))
                    .append(' ');
        }
        page.append(operator).append(' ');
    }

    private void put(String operator, double... values) {
        for (double value : values) {
            page.append(number(value)).append(' ');
        }
        page.append(operator).append(' ');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    private static String escaped(String text) {
        String bytes = new String(text.getBytes(LETTERS), StandardCharsets.ISO_8859_1);
        return bytes.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
