package dev.bulkhead.scrape;

import java.util.List;

/**
 * What a project's collectors fetch, as far as their files tell.
 *
 * @param targets the connections, each once
 * @param files the collectors' own configurations, as far as they are files of the project
 * @param unread what could not be read, one sentence each
 */
public record Scrapes(List<ScrapeTarget> targets, List<ScrapeFile> files, List<String> unread) {

    /** Nothing was read. */
    public static final Scrapes NONE = new Scrapes(List.of(), List.of(), List.of());

    public Scrapes {
        targets = List.copyOf(targets);
        files = List.copyOf(files);
        unread = List.copyOf(unread);
    }

    /**
     * Configuration of a collector.
     *
     * @param collector the collector's service
     * @param path where the collector finds it
     * @param name where it stands in the project
     * @param text what it says, which can hold secrets: never print it
     */
    public record ScrapeFile(String collector, String path, String name, String text) {
        @Override
        public String toString() {
            return "ScrapeFile[" + collector + ", " + name + "]";
        }
    }
}
