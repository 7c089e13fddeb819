package dev.bulkhead.workspace;

/**
 * Where something stands on the canvas.
 *
 * @param x from the left, in canvas units
 * @param y from the top, in canvas units
 */
public record CanvasPosition(double x, double y) {}
