package dev.bulkhead.layout.arrange;

/**
 * Link between two zones: services at home in one that are also on the other's network.
 *
 * @param weight how many
 */
public record ZoneLink(String from, String to, int weight) {}
