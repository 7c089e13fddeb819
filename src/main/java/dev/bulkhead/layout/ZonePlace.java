package dev.bulkhead.layout;

/**
 * Where a network's zone stands.
 *
 * @param x left edge in map units (one pixel at 100 %)
 * @param y top edge in map units
 * @param columns how many cards stand side by side
 * @param manual whether the operator put it there; such places survive an automatic layout
 */
public record ZonePlace(double x, double y, int columns, boolean manual) {}
