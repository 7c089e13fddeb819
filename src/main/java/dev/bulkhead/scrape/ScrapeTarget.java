package dev.bulkhead.scrape;

/**
 * Connection that the file of a collector tells of: somebody asks somebody.
 *
 * @param from who asks: the collector's service, or the name of an exporter that it has ask
 * @param host the host name that is asked
 * @param port the port there
 * @param fetched whether measurements are fetched there by a job, and it is not alerts that are handed over, for instance
 * @param why what for, as a sentence
 */
public record ScrapeTarget(String from, String host, int port, boolean fetched, String why) {}
