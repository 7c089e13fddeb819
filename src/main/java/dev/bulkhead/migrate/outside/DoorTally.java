package dev.bulkhead.migrate.outside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tally of the answers of one port, in the order in which it was asked. Thread-safe. */
final class DoorTally {

    private static final int LONGEST_MILLIS = 2000;

    private final Door door;
    private long[] askedAt = new long[1024];
    private Answer[] answers = new Answer[1024];
    private final int[] byMillis = new int[LONGEST_MILLIS + 1];
    private int asked;
    private long slowest;

    private enum Answer {
        OPEN,
        SERVED,
        FAILED
    }

    DoorTally(Door door) {
        this.door = door;
    }

    /** Notes that it is being asked; returns the number of the request. */
    synchronized int asking(long at) {
        if (asked == askedAt.length) {
            askedAt = Arrays.copyOf(askedAt, asked * 2);
            answers = Arrays.copyOf(answers, asked * 2);
        }
        askedAt[asked] = at;
        answers[asked] = Answer.OPEN;
        return asked++;
    }

    /** Notes what came of a request. */
    synchronized void answered(int request, boolean served, long at) {
        answers[request] = served ? Answer.SERVED : Answer.FAILED;
        if (served) {
            long took = at - askedAt[request];
            slowest = Math.max(slowest, took);
            byMillis[(int) Math.min(LONGEST_MILLIS, Duration.ofNanos(took).toMillis())]++;
        }
    }

    /** Returns the figures so far; a request without an answer yet does not count. */
    synchronized DoorFigures figures() {
        int failed = 0;
        int served = 0;
        List<Duration> gaps = new ArrayList<>();
        long gapFrom = -1;
        long last = 0;
        for (int i = 0; i < asked; i++) {
            if (answers[i] == Answer.FAILED) {
                failed++;
                gapFrom = gapFrom < 0 ? askedAt[i] : gapFrom;
            } else if (answers[i] == Answer.SERVED) {
                served++;
                if (gapFrom >= 0) {
                    gaps.add(Duration.ofNanos(askedAt[i] - gapFrom));
                    gapFrom = -1;
                }
            }
            last = askedAt[i];
        }
        if (gapFrom >= 0) {
            gaps.add(Duration.ofNanos(last - gapFrom));
        }
        return new DoorFigures(
                door,
                served + failed,
                failed,
                gaps,
                within(served, 0.5),
                within(served, 0.99),
                Duration.ofNanos(slowest));
    }

    /** Returns the whole milliseconds within which a share of the answers came. */
    private Duration within(int served, double share) {
        long sought = (long) Math.ceil(served * share);
        long seen = 0;
        for (int millis = 0; millis <= LONGEST_MILLIS; millis++) {
            seen += byMillis[millis];
            if (seen >= sought && seen > 0) {
                return Duration.ofMillis(millis + 1L);
            }
        }
        return Duration.ZERO;
    }
}
