package dev.bulkhead.layout;

/**
 * A point of the map.
 *
 * @param x from the left, in map units
 * @param y from the top, in map units
 */
public record Point(double x, double y) {}
