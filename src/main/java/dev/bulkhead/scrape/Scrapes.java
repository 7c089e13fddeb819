package dev.bulkhead.scrape;

import java.util.List;

/**
 * What a project's collectors fetch, as far as their files tell.
 *
 * @param targets the connections, each once
 * @param unread what could not be read, one sentence each
 */
public record Scrapes(List<ScrapeTarget> targets, List<String> unread) {

    /** Nothing was read. */
    public static final Scrapes NONE = new Scrapes(List.of(), List.of());

    public Scrapes {
        targets = List.copyOf(targets);
        unread = List.copyOf(unread);
    }
}
