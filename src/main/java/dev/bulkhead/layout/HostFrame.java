package dev.bulkhead.layout;

/**
 * Frame of a host on the map: around what runs there, with the zones of networks that span hosts lying across it.
 *
 * @param host what the operator calls it
 */
public record HostFrame(String host, Box box) {

    /** Room between the edge of a frame and what stands in it, in map units. */
    public static final double PADDING = 32;

    /** Room for the title of a frame above what stands in it, in map units. */
    public static final double TITLE = 46;

    /** Room between frames, in map units. */
    public static final double GAP = 28;
}
