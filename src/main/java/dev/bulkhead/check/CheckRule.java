package dev.bulkhead.check;

/**
 * A rule as reports list it.
 *
 * @param id what findings carry
 * @param title what it demands, in a few words
 * @param severity how bad a finding is when nothing tells otherwise
 */
public record CheckRule(String id, String title, Severity severity) {}
