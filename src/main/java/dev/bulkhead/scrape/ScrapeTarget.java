package dev.bulkhead.scrape;

/**
 * Connection that the file of a collector tells of: somebody asks somebody.
 *
 * @param from who asks: the collector's service, or the name of an exporter that it has ask
 * @param host the host name that is asked
 * @param port the port there
 * @param why what for, as a sentence
 */
public record ScrapeTarget(String from, String host, int port, String why) {}
