package dev.bulkhead.layout;

import java.util.Map;

/**
 * One of the sizes that a zone or section can have.
 *
 * @param columns how many cards stand side by side
 * @param inner places of its sections, relative to its corner; empty for a plain grid
 */
record Shape(int columns, double width, double height, Map<String, ZonePlace> inner) {}
