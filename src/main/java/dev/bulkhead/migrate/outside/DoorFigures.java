package dev.bulkhead.migrate.outside;

import java.time.Duration;
import java.util.List;

/**
 * Figures of one port, asked all through a run.
 *
 * @param asked how many requests were sent
 * @param failed how many had no answer, or a worse one than before the run
 * @param gaps how long it did not serve, each from the first failed request to the next that was answered, in order
 * @param typical time within which half of the answers came
 * @param slow time within which 99 of 100 answers came
 * @param slowest the longest time that an answer took
 */
public record DoorFigures(
        Door door, int asked, int failed, List<Duration> gaps, Duration typical, Duration slow, Duration slowest) {

    public DoorFigures {
        gaps = List.copyOf(gaps);
    }

    /** Returns how long it did not serve, all gaps together. */
    public Duration away() {
        return gaps.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the longest gap; zero when there was none. */
    public Duration longest() {
        return gaps.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
