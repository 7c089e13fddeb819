package dev.bulkhead.check;

/**
 * A rule as reports list it.
 *
 * @param id what findings carry
 * @param title what it demands, in a few words
 */
public record CheckRule(String id, String title) {}
