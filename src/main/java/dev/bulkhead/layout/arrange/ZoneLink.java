package dev.bulkhead.layout.arrange;

/**
 * Services at home in one zone that are also on another's network.
 *
 * @param weight how many
 */
public record ZoneLink(String from, String to, int weight) {}
