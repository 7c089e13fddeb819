package dev.bulkhead.layout;

/**
 * Group of services of a large zone that have something in common.
 *
 * @param id short name, part of remembered places
 * @param title what it is, in a few words
 * @param order where its section stands among the others
 */
public record CardGroup(String id, String title, int order) {}
