package dev.bulkhead.layout.address;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.svg.SvgSheet;
import java.util.function.Function;

/** Picture of the address space as SVG text, in the light colours. */
public final class SpaceSvg implements Pencil {

    /** Width of a letter of the usual fonts, as a share of their size. */
    private static final double LETTER = 0.56;

    private static final double MONO_LETTER = 0.6;

    private final SvgSheet sheet;

    private SpaceSvg(SvgSheet sheet) {
        this.sheet = sheet;
    }

    /** Returns the picture. */
    public static String of(SpaceGeometry geometry, Function<String, Tint> tints, String project) {
        SvgSheet sheet = SvgSheet.of(new Box(0, 0, geometry.width(), geometry.height()), "Address space of " + project);
        SpaceDrawing drawing = new SpaceDrawing(new SpaceSvg(sheet), tints);
        geometry.boxes().forEach(drawing::draw);
        return sheet.close();
    }

    @Override
    public void box(Box box, double radius, Ink fill, double opacity, Outline outline) {
        sheet.box(
                box,
                radius,
                new SvgSheet.Paint(colour(fill), opacity),
                new SvgSheet.Paint(colour(outline.ink()), outline.opacity()),
                outline.width(),
                outline.dashed());
    }

    @Override
    public void text(double x, double y, String text, Face face, Ink ink) {
        String font = switch (face) {
            case TITLE -> "bold 15";
            case NAME -> "bold 13";
            case MONO -> "mono 12";
            case SMALL -> "11.5";
        };
        sheet.text(x, y, text, font, colour(ink));
    }

    @Override
    public double width(String text, Face face) {
        return text.length() * face.size() * (face == Face.MONO ? MONO_LETTER : LETTER);
    }

    private static String colour(Ink ink) {
        return switch (ink) {
            case Ink.OfTint(Tint tint) -> SvgSheet.colour(tint);
            case Ink.Tone tone ->
                switch (tone) {
                    case PAPER, CARD -> "#ffffff";
                    case TEXT -> "#1f2328";
                    case MUTED -> "#68707b";
                    case LINE -> "#dfe4ea";
                    case DANGER -> "#d63333";
                    case WARNING -> "#b35900";
                    case ACCENT -> "#1971c2";
                };
        };
    }
}
