package dev.bulkhead.ui.canvas.card;

/**
 * Legibility of the map at a zoom: how large its text has to be in map units, so that nobody has to guess what is drawn.
 *
 * <p>Names are never smaller than {@link #LEAST} pixels. What does not fit then is left out: first what a card says beside
 * its name, then the name itself, whose zone's name takes over.
 *
 * @param zoom pixels of the window a map unit, a little less than drawn, so that not every step of the wheel is another
 * @param output pixels of the screen a pixel of the window
 */
public record Legibility(double zoom, double output) {

    /** Least size of a name as drawn, in pixels of the window. */
    public static final double LEAST = 11;

    /** As drawn at 100 % on a usual screen. */
    public static final Legibility FULL = new Legibility(1, 1);

    static final double NAME = 13;
    static final double SMALL = 11;
    static final double TITLE = 14;

    private static final double LEAST_TITLE = 12;
    /** Zoom below which the two lines of a zone fill its head. */
    private static final double CROWDED = 0.68;
    /** Least size of small print on a screen with fine pixels; there it still has more than {@link #LEAST} of those. */
    private static final double LEAST_FINE = 9;

    private static final double FINE = 1.5;
    /** Height of a line by the size of its letters. */
    private static final double LINE = 1.28;

    private static final double CARD = 56;
    /** Distance of a card's two lines at 100 %. */
    private static final double BETWEEN = 21;
    /** Size of a name from which on a card holds it no more. */
    private static final double MOST_NAME = 37;

    private static final double STEP = 1.06;

    /** Returns what can be read at a zoom, on a screen with so many pixels a pixel of the window. */
    public static Legibility at(double zoom, double output) {
        double steps = Math.floor(Math.log(zoom) / Math.log(STEP) + 1e-9);
        return new Legibility(zoom >= 1 ? 1 : Math.pow(STEP, steps), output);
    }

    /** Returns how much of a card is drawn. */
    public Detail detail() {
        if (LINE * (name() + small()) <= CARD - 2) {
            return Detail.NEAR;
        }
        return name() <= MOST_NAME ? Detail.MID : Detail.FAR;
    }

    /** Returns the size of a card's name, in map units. */
    public double name() {
        return Math.max(NAME, LEAST / zoom);
    }

    /** Returns the size of what a card says beside its name, in map units. */
    public double small() {
        return Math.max(SMALL, (output >= FINE ? LEAST_FINE : LEAST) / zoom);
    }

    /** Returns the size of a zone's name, in map units; where its two lines are crowded it is no larger than the second. */
    public double title() {
        return Math.max(TITLE, (zoom < CROWDED ? LEAST : LEAST_TITLE) / zoom);
    }

    /** Returns how much larger than at 100 % a name is in map units. */
    public double nameFactor() {
        return name() / NAME;
    }

    /** Returns how much larger than at 100 % small print is in map units. */
    public double smallFactor() {
        return small() / SMALL;
    }

    /** Returns how much larger than at 100 % a zone's name is in map units. */
    public double titleFactor() {
        return title() / TITLE;
    }

    /** Returns how far the two lines of a card are moved apart from their middle. */
    double apart() {
        return Math.max(0, (LINE * (name() + small()) / 2 - BETWEEN) / 2);
    }
}
