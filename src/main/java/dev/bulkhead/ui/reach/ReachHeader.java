package dev.bulkhead.ui.reach;

import dev.bulkhead.layout.Tint;

/**
 * Row and column of the reach matrix.
 *
 * @param subject index in the matrix
 * @param name the subject's name
 * @param group the zone its card stands in, or what the outsiders are called together
 * @param tint the colour family of that zone
 */
public record ReachHeader(int subject, String name, String group, Tint tint) {}
