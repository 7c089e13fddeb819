package dev.bulkhead.layout;

/**
 * A titled part of a large zone, whose cards have something in common.
 *
 * @param zone key of the zone
 * @param id name of the section within the zone
 * @param title what the cards have in common, in a few words
 * @param columns how many cards stand side by side
 */
public record SectionBox(String zone, String id, String title, int columns, Box box) {}
