package dev.bulkhead.layout.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.address.plan.SpaceNode;
import dev.bulkhead.address.plan.SpaceNode.Marks;
import dev.bulkhead.address.plan.SpaceNode.Origin;
import dev.bulkhead.address.plan.SpaceNode.Role;
import dev.bulkhead.address.plan.SpaceNode.Trouble;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.address.Ink.Tone;
import dev.bulkhead.layout.address.Pencil.Face;
import dev.bulkhead.layout.address.Pencil.Outline;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Function;

/** Drawing of the address space, the same for the window and for files. */
public final class SpaceDrawing {

    private static final double RADIUS = 9;
    private static final double STRIP = 7;

    private final Pencil pencil;
    private final Function<String, Tint> tints;

    /** Draws with a pencil; networks have the colours of the map. */
    public SpaceDrawing(Pencil pencil, Function<String, Tint> tints) {
        this.pencil = pencil;
        this.tints = tints;
    }

    /** Draws one block without those inside it; they are drawn after it. */
    public void draw(SpaceBox placed) {
        switch (placed.form()) {
            case FAMILY -> family(placed);
            case FRAME, TILED -> frame(placed);
            case CARD -> card(placed);
            case TILE -> tile(placed);
        }
    }

    /** Draws the line around a block that is chosen or pointed at. */
    public void mark(SpaceBox placed, boolean chosen) {
        double radius = placed.form() == SpaceBox.Form.TILE ? 4 : RADIUS + 2;
        pencil.box(
                placed.box().grown(placed.form() == SpaceBox.Form.TILE ? 1.5 : 2.5),
                radius,
                Tone.PAPER,
                0,
                new Outline(chosen ? Tone.ACCENT : Tone.MUTED, 1, chosen ? 2.5 : 1.2, false));
    }

    private void family(SpaceBox placed) {
        Box box = placed.box();
        SpaceNode node = placed.node();
        double baseline = box.y() + 20;
        String range = node.cidr().prefixLength() == 0 ? "" : node.cidr().toString();
        String title = SpaceWords.name(node);
        pencil.text(box.x(), baseline, title, Face.TITLE, Tone.TEXT);
        double after = box.x() + pencil.width(title, Face.TITLE) + 12;
        pencil.text(after, baseline, range, Face.MONO, Tone.MUTED);
        int inside = node.usedInside();
        String count = inside == 0 ? "nothing in use" : inside + " in use";
        pencil.textEnd(box.right(), baseline, count, Face.SMALL, Tone.MUTED);
        pencil.box(new Box(box.x(), box.y() + 31, box.width(), 1), 0, Tone.LINE, 1, Outline.NONE);
    }

    private void frame(SpaceBox placed) {
        Box box = placed.box();
        SpaceNode node = placed.node();
        Ink ink = ink(node);
        boolean pool = node.role() instanceof Role.Pool;
        pencil.box(box, RADIUS + 1, Tone.CARD, pool ? 0.6 : 1, Outline.NONE);
        pencil.box(box, RADIUS + 1, ink, pool ? 0.03 : 0.09, outline(node, ink));
        double left = box.x() + SpaceMetrics.PADDING;
        double right = box.right() - SpaceMetrics.PADDING;
        String inside = node.used() ? node.cidr().toString() : Integer.toString(node.usedInside());
        String hint = placed.form() == SpaceBox.Form.TILED ? node.usedInside() + " · open" : inside;
        double end = right - pencil.width(hint, Face.SMALL);
        pencil.text(end, box.y() + 22, hint, Face.SMALL, Tone.MUTED);
        String title = pencil.fitting(SpaceWords.name(node), end - left - 8, pool ? Face.MONO : Face.NAME);
        pencil.text(left, box.y() + 22, title, pool ? Face.MONO : Face.NAME, pool ? Tone.TEXT : ink);
        double x = left + pencil.width(title, pool ? Face.MONO : Face.NAME) + 8;
        String more = pool ? SpaceWords.kind(node) : badge(node);
        if (x + pencil.width(more, Face.SMALL) < end - 8) {
            pencil.text(x, box.y() + 22, more, Face.SMALL, troubleOr(node, Tone.MUTED));
        }
        strip(node, new Box(left, box.y() + 34, right - left, STRIP + 1));
    }

    private static String badge(SpaceNode node) {
        String sign = SpaceWords.sign(node.trouble());
        String word = sign.isEmpty() ? SpaceWords.kind(node) : sign;
        return word;
    }

    private void card(SpaceBox placed) {
        Box box = placed.box();
        SpaceNode node = placed.node();
        Ink ink = ink(node);
        boolean free = node.role() instanceof Role.Free;
        boolean forecast = forecast(node);
        pencil.box(box, RADIUS, Tone.CARD, free ? 0 : 1, Outline.NONE);
        pencil.box(box, RADIUS, ink, free ? 0 : forecast ? 0.04 : 0.1, outline(node, ink));
        double left = box.x() + (free ? 14 : 18);
        double right = box.right() - 12;
        if (!free) {
            pencil.box(new Box(box.x() + 7, box.y() + 11, 4, box.height() - 22), 2, ink, 1, Outline.NONE);
        }
        String sign = SpaceWords.sign(node.trouble());
        String word = sign.isEmpty() ? SpaceWords.kind(node) : sign;
        pencil.textEnd(right, box.y() + 23, word, Face.SMALL, troubleOr(node, Tone.MUTED));
        double room = right - left - (word.isEmpty() ? 0 : pencil.width(word, Face.SMALL) + 8);
        pencil.text(
                left,
                box.y() + 23,
                pencil.fitting(SpaceWords.name(node), room, Face.NAME),
                Face.NAME,
                free ? Tone.MUTED : Tone.TEXT);
        String range = free ? node.cidr().toString() : SpaceWords.range(node);
        String use = SpaceWords.use(node);
        boolean both = pencil.width(range, Face.MONO) + pencil.width(use, Face.SMALL) + 10 <= right - left;
        pencil.text(left, box.y() + 43, pencil.fitting(range, right - left, Face.MONO), Face.MONO, Tone.MUTED);
        if (both) {
            pencil.textEnd(right, box.y() + 43, use, Face.SMALL, Tone.MUTED);
        }
        if (node.role() instanceof Role.Free(Cidr last, int blocks)) {
            String to = blocks == 1 ? "" : "to " + last;
            pencil.text(left, box.y() + 61, pencil.fitting(to, right - left, Face.MONO), Face.MONO, Tone.MUTED);
        } else {
            strip(node, new Box(left, box.bottom() - 18, right - left, STRIP));
        }
    }

    private void tile(SpaceBox placed) {
        SpaceNode node = placed.node();
        Ink ink = ink(node);
        boolean collides = node.trouble() == Trouble.COLLIDES;
        Ink fill = collides ? Tone.DANGER : ink;
        pencil.box(placed.box(), 4, fill, forecast(node) ? 0.15 : 0.6, outline(node, ink));
        if (collides) {
            Box box = placed.box();
            pencil.text(
                    box.center().x() - pencil.width("!", Face.SMALL) / 2,
                    box.center().y() + 4,
                    "!",
                    Face.SMALL,
                    Tone.CARD);
        }
    }

    /** Draws a range from its first to its last address, and what lies where in it. */
    private void strip(SpaceNode node, Box bar) {
        pencil.box(bar, bar.height() / 2, Tone.LINE, 0.75, Outline.NONE);
        Ink ink = ink(node);
        for (SpaceNode child : node.children()) {
            if (child.used()) {
                Ink inside = child.trouble() == Trouble.COLLIDES ? Tone.DANGER : ink(child);
                segment(node.cidr(), child.cidr(), bar, inside, forecast(child) ? 0.35 : 0.9);
            }
        }
        node.marks().ifPresent(marks -> marks(node.cidr(), marks, bar, ink));
        if (node.children().isEmpty() && node.marks().isEmpty() && node.used()) {
            pencil.box(bar, bar.height() / 2, ink, forecast(node) ? 0.2 : 0.45, Outline.NONE);
        }
    }

    private void marks(Cidr subnet, Marks marks, Box bar, Ink ink) {
        Optional<DeclaredRange> range = marks.room().map(room -> room.range());
        range.flatMap(DeclaredRange::ipRange).ifPresent(r -> segment(subnet, r, bar, ink, 0.28));
        marks.running().forEach(ip -> tick(subnet, ip, bar, ink, 0.55, 0));
        range.ifPresent(declared -> {
            tick(subnet, declared.bridge(), bar, Tone.MUTED, 0.9, 0);
            declared.hosts().forEach(ip -> tick(subnet, ip, bar, Tone.MUTED, 0.9, 0));
            declared.statics().forEach(use -> tick(subnet, use.ip(), bar, ink, 1, 3));
        });
    }

    private void segment(Cidr whole, Cidr part, Box bar, Ink ink, double opacity) {
        double from = share(whole, whole.offsetOf(part).max(BigInteger.ZERO));
        double width = Math.max(3, share(whole, part.size().min(whole.size())) * bar.width());
        double x = Math.min(bar.x() + from * bar.width(), bar.right() - width);
        pencil.box(new Box(x, bar.y(), width, bar.height()), Math.min(3, width / 2), ink, opacity, Outline.NONE);
    }

    private void tick(Cidr whole, Ip ip, Box bar, Ink ink, double opacity, double taller) {
        double x = bar.x() + share(whole, whole.offsetOf(ip)) * (bar.width() - 3);
        pencil.box(new Box(x, bar.y() - taller, 3, bar.height() + 2 * taller), 1.5, ink, opacity, Outline.NONE);
    }

    private static double share(Cidr whole, BigInteger offset) {
        return new java.math.BigDecimal(offset)
                .divide(new java.math.BigDecimal(whole.size()), MathContext.DECIMAL64)
                .doubleValue();
    }

    private Ink ink(SpaceNode node) {
        return switch (node.role()) {
            case Role.OwnNetwork own -> new Ink.OfTint(tints.apply(own.key()));
            case Role.OtherNetwork _ -> new Ink.OfTint(Tint.OUTSIDE);
            case Role.Route _ -> Tone.ACCENT;
            case Role.Family _, Role.Pool _, Role.Free _ -> Tone.MUTED;
        };
    }

    private static boolean forecast(SpaceNode node) {
        return node.role() instanceof Role.OwnNetwork own && own.origin() == Origin.FORECAST;
    }

    private static Outline outline(SpaceNode node, Ink ink) {
        boolean dashed = forecast(node) || node.role() instanceof Role.Free;
        return switch (node.trouble()) {
            case COLLIDES -> new Outline(Tone.DANGER, 1, 2, dashed);
            case CONTESTED -> new Outline(Tone.WARNING, 1, 2, dashed);
            case NONE ->
                node.role() instanceof Role.Pool
                        ? Outline.of(Tone.LINE, 1)
                        : new Outline(ink, node.role() instanceof Role.Free ? 0.45 : 0.6, 1, dashed);
        };
    }

    private static Ink troubleOr(SpaceNode node, Ink usual) {
        return switch (node.trouble()) {
            case NONE -> usual;
            case CONTESTED -> Tone.WARNING;
            case COLLIDES -> Tone.DANGER;
        };
    }
}
