package dev.bulkhead.ui.probation;

import dev.bulkhead.migrate.OnProbation;
import dev.bulkhead.migrate.watch.GuardObservation;
import dev.bulkhead.migrate.watch.TimeText;
import dev.bulkhead.migrate.watch.WatchStretch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Strip of a watch along the time that it lasts: when everything held, when something failed, when nobody could tell.
 *
 * @param parts what was seen, in order
 * @param now how much of the time has passed, from 0 to 1
 * @param marks times along it, from its beginning to its end
 * @param summary what was seen in all, in a few words
 * @param breaks flows and services that failed, each with when, the last one first
 */
record ProbeStrip(List<Part> parts, double now, List<Mark> marks, String summary, List<Break> breaks) {

    private static final int MARKS = 4;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    ProbeStrip {
        parts = List.copyOf(parts);
        marks = List.copyOf(marks);
        breaks = List.copyOf(breaks);
    }

    /** What a part of a watch was like. */
    enum Kind {
        HELD,
        FAILED,
        UNKNOWN
    }

    /**
     * Part of a strip.
     *
     * @param from where it begins, from 0 to 1
     * @param until where it ends
     * @param failing how many things failed
     * @param words what it is, as a sentence
     */
    record Part(double from, double until, Kind kind, int failing, String words) {}

    /** Time of day at a place of the strip, from 0 to 1. */
    record Mark(double at, String time) {}

    /** What failed, and when. */
    record Break(String what, String when) {}

    /** Draws the strip of a change; empty before its guard has looked for the first time. */
    static Optional<ProbeStrip> of(OnProbation run, ZoneId zone) {
        return run.sight().filter(sight -> !sight.seen().isEmpty()).map(sight -> new Drawing(sight, zone).strip());
    }

    private static final class Drawing {

        private final GuardObservation sight;
        private final ZoneId zone;
        private final Duration passed;
        private final Duration whole;

        Drawing(GuardObservation sight, ZoneId zone) {
            this.sight = sight;
            this.zone = zone;
            passed = sight.seen().getLast().until();
            whole = passed.plus(sight.left());
        }

        ProbeStrip strip() {
            List<Part> parts = sight.seen().stream().map(this::part).toList();
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i <= MARKS; i++) {
                marks.add(
                        new Mark(i / (double) MARKS, time(whole.multipliedBy(i).dividedBy(MARKS))));
            }
            return new ProbeStrip(parts, share(passed), marks, summary(), breaks());
        }

        private Part part(WatchStretch seen) {
            Kind kind = !seen.answered() ? Kind.UNKNOWN : seen.failing().isEmpty() ? Kind.HELD : Kind.FAILED;
            String what = switch (kind) {
                case HELD -> "everything held";
                case FAILED -> String.join(", ", seen.failing()) + " failed";
                case UNKNOWN -> "the engine gave no answer";
            };
            return new Part(
                    share(seen.from()),
                    share(seen.until()),
                    kind,
                    seen.failing().size(),
                    time(seen.from()) + " to " + time(seen.until()) + ": " + what);
        }

        private double share(Duration at) {
            return whole.isZero() ? 1 : Math.clamp(at.toNanos() / (double) whole.toNanos(), 0, 1);
        }

        /** The guard's own clock only goes forward; the wall's tells when it last looked. */
        private String time(Duration at) {
            Instant moment = sight.at().minus(passed).plus(at);
            return CLOCK.format(moment.atZone(zone));
        }

        private String summary() {
            int failed = sight.tally().failed();
            return (failed == 0 ? "none" : Integer.toString(failed)) + " of "
                    + sight.tally().asked() + " probes failed since the last operation";
        }

        /** What fails in several stretches without a pause between them is one break. */
        private List<Break> breaks() {
            Map<String, List<Duration[]>> all = new LinkedHashMap<>();
            for (WatchStretch seen : sight.seen()) {
                for (String what : seen.failing()) {
                    List<Duration[]> known = all.computeIfAbsent(what, key -> new ArrayList<>());
                    if (!known.isEmpty() && known.getLast()[1].equals(seen.from())) {
                        known.getLast()[1] = seen.until();
                    } else {
                        known.add(new Duration[] {seen.from(), seen.until()});
                    }
                }
            }
            record When(String what, Duration from, Duration until) {}
            return all.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(time -> new When(entry.getKey(), time[0], time[1])))
                    .sorted((one, other) -> other.until().compareTo(one.until()))
                    .map(when -> new Break(
                            when.what(),
                            time(when.from()) + " to " + time(when.until()) + ", "
                                    + TimeText.of(when.until().minus(when.from()))))
                    .toList();
        }
    }
}
