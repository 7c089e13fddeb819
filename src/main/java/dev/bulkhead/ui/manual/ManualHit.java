package dev.bulkhead.ui.manual;

/**
 * Place that a search found.
 *
 * @param page the page
 * @param heading the heading it stands under; empty for the title of a page
 * @param line its line in the text of the page, counted from 0
 * @param words what stands there; empty where heading or title say it
 */
public record ManualHit(ManualPage page, String heading, int line, String words) {}
