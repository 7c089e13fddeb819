package dev.bulkhead.ui.canvas.aim;

import dev.bulkhead.layout.Point;

/**
 * Panning while something is held at the edge of the view: it waits a moment, and becomes faster with time and with how near
 * to the edge the pointer is.
 */
public final class EdgePan {

    private double held;

    /** Returns by how much to move the map, in pixels, after the pointer was here for so many milliseconds more. */
    public Point step(double x, double y, double width, double height, double millis) {
        double dx = depth(x, width);
        double dy = depth(y, height);
        if (dx == 0 && dy == 0) {
            held = 0;
            return new Point(0, 0);
        }
        held += millis;
        double speed = Math.clamp((held - GestureFigures.PAN_WAITS) / GestureFigures.PAN_RAMP, 0, 1)
                * GestureFigures.PAN_SPEED
                * millis
                / 1000;
        return new Point(dx * speed, dy * speed);
    }

    /** How far the pointer is into the edge, from 0 to 1: positive at the low one, which moves the map up or to the right. */
    private static double depth(double at, double size) {
        double edge = GestureFigures.PAN_EDGE;
        if (at < edge) {
            return Math.min(1, (edge - at) / edge);
        }
        return at > size - edge ? -Math.min(1, (at - size + edge) / edge) : 0;
    }
}
