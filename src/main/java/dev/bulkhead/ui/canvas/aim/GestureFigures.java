package dev.bulkhead.ui.canvas.aim;

/**
 * Figures of all gestures on the map, each with where it comes from. Lengths are pixels of the screen, whatever the zoom, and
 * times are milliseconds.
 */
public final class GestureFigures {

    /** A press that moves this far is a drag; a hand that clicks moves less. As in tldraw. */
    public static final double DRAG_STARTS = 4;

    /** A drop beside a network this near is meant for it. */
    public static final double DROP_WITHIN = 20;

    /** What is carried is drawn to lines and gaps this near. As in tldraw and Excalidraw. */
    public static final double SNAPS_WITHIN = 8;

    /** A tie is hit this near: it is thinner than anybody can point. As in draw.io and tldraw. */
    public static final double TIE_WITHIN = 8;

    /** What is dragged or pressed is at least this wide and high: success criterion 2.5.8 of WCAG 2.2. */
    public static final double TARGET = 24;

    /** Lines that places keep to where nothing snaps, in map units; as the layout's own. */
    public static final double GRID = 4;

    /** Nearer than this to the edge of the view, the map is panned while something is dragged. */
    public static final double PAN_EDGE = 28;

    /** It waits this long, so that a drag past the edge pans nothing. As in tldraw. */
    public static final double PAN_WAITS = 200;

    /** Then it takes this long until it pans at its full speed. */
    public static final double PAN_RAMP = 400;

    /** The full speed, in pixels a second, with the pointer at the very edge or behind it. */
    public static final double PAN_SPEED = 1200;

    /** How much larger one pixel of the wheel shows the map, as a power of two. As in Figma and d3-zoom. */
    public static final double ZOOM_A_PIXEL = 0.002;

    /** Buttons of the zoom and fit take this long, in milliseconds: seen to move, not waited for. As in tldraw and Figma. */
    public static final double ZOOM_TAKES = 200;

    /** What an edit puts elsewhere takes this long to get there. */
    public static final double MOVE_TAKES = 240;

    private GestureFigures() {}
}
