package dev.bulkhead.layout;

/**
 * Services at home in one zone that are also on another's network.
 *
 * @param weight how many
 */
record ZoneLink(String from, String to, int weight) {}
