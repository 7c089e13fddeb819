package dev.bulkhead.migrate.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Performance of a project: how quickly its pages come, how steadily its services run, how far its containers are apart.
 *
 * @param pages answers of the published ports, asked once each from this machine
 * @param running how steadily the services run, as the engine tells
 * @param network the way between two containers of one network, asked once for each network
 */
public record Performance(Measured<Timings> pages, Measured<Running> running, Measured<Timings> network) {

    /**
     * Times of things of a kind.
     *
     * @param measured how many were measured
     * @param mean their mean
     * @param longest the longest of them
     * @param slowest what took the longest
     */
    public record Timings(int measured, Duration mean, Duration longest, String slowest) {}

    /**
     * Steadiness of services since they were started last. What was before nobody knows: nobody looks between two looks.
     *
     * @param since since when all that run have been up
     * @param restarts how often the engine has started their containers again by itself since they were made
     */
    public record Running(Instant since, int restarts) {}

    /** Returns a short time in words, for instance {@code 1.1 ms}. */
    public static String words(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 1 ? "%.2f ms" : millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
}
