package dev.bulkhead.ui.probation;

import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.migrate.watch.GuardObservation;
import dev.bulkhead.migrate.watch.TimeText;
import dev.bulkhead.migrate.watch.WatchStretch;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Strip of a change along its time: its operations with the services that were away in them, then the watch, when
 * everything held, when something failed, when nobody could tell. A run of seconds before a watch of minutes could not be
 * seen; so each has a scale of its own, and the border between them is drawn.
 *
 * @param border where the operations end and the watch begins, from 0 to 1
 * @param parts what was seen, in order
 * @param now where the present is
 * @param marks times along it, from its beginning to its end
 * @param summary what was seen in all, in a few words
 * @param breaks flows and services that failed, each with when, the last one first
 */
record ProbeStrip(double border, List<Part> parts, double now, List<Mark> marks, String summary, List<Break> breaks) {

    private static final int MARKS = 4;
    private static final double LEAST_RUN = 0.15;
    private static final double MOST_RUN = 0.4;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    ProbeStrip {
        parts = List.copyOf(parts);
        marks = List.copyOf(marks);
        breaks = List.copyOf(breaks);
    }

    /** What a part was like. */
    enum Kind {
        /** An operation in which nobody was away. */
        OPERATION,
        /** An operation in which services were away. */
        AWAY,
        HELD,
        FAILED,
        UNKNOWN
    }

    /**
     * Part of a strip.
     *
     * @param from where it begins, from 0 to 1
     * @param until where it ends
     * @param failing how many things failed, or were away
     * @param words what it is, as a sentence
     */
    record Part(double from, double until, Kind kind, int failing, String words) {}

    /** Time of day at a place of the strip, from 0 to 1. */
    record Mark(double at, String time) {}

    /** What failed, and when. */
    record Break(String what, String when) {}

    /** Draws the strip of a change; empty before its guard has looked for the first time. */
    static Optional<ProbeStrip> of(OnProbation run, ZoneId zone) {
        return run.sight()
                .filter(sight -> !sight.seen().isEmpty())
                .map(sight -> new Drawing(sight, run.passed(), zone).strip());
    }

    private static final class Drawing {

        private final GuardObservation sight;
        private final List<RunRecord.PassedStep> run;
        private final ZoneId zone;
        private final Duration passed;
        private final Duration whole;
        private final double border;

        Drawing(GuardObservation sight, List<RunRecord.PassedStep> run, ZoneId zone) {
            this.sight = sight;
            this.run = run;
            this.zone = zone;
            passed = sight.seen().getLast().until();
            whole = passed.plus(sight.left());
            double took = run.isEmpty() ? 0 : length().toNanos();
            border = run.isEmpty() ? 0 : Math.clamp(took / (took + whole.toNanos()), LEAST_RUN, MOST_RUN);
        }

        ProbeStrip strip() {
            List<Part> parts = new ArrayList<>(run.stream().map(this::part).toList());
            sight.seen().stream().map(this::part).forEach(parts::add);
            List<Mark> marks = new ArrayList<>();
            if (!run.isEmpty()) {
                marks.add(new Mark(0, CLOCK.format(begin().atZone(zone))));
            }
            for (int i = 0; i <= MARKS; i++) {
                Duration at = whole.multipliedBy(i).dividedBy(MARKS);
                marks.add(new Mark(share(at), time(at)));
            }
            return new ProbeStrip(border, parts, share(passed), marks, summary(), breaks());
        }

        private Instant begin() {
            return run.stream()
                    .map(RunRecord.PassedStep::from)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        private Instant end() {
            return run.getLast().until();
        }

        private Duration length() {
            return Duration.between(begin(), end());
        }

        private String told() {
            long away = run.stream()
                    .flatMap(step -> step.away().keySet().stream())
                    .distinct()
                    .count();
            return Words.of(
                    "probestrip.away",
                    Words.count("operation", run.size()),
                    away == 0 ? Words.of("probestrip.nobody") : Words.count("service", away));
        }

        private Part part(RunRecord.PassedStep step) {
            return new Part(
                    onTheWay(step.from()),
                    onTheWay(step.until()),
                    step.away().isEmpty() ? Kind.OPERATION : Kind.AWAY,
                    step.away().size(),
                    Words.of(
                            "probestrip.step",
                            CLOCK.format(step.from().atZone(zone)),
                            step.number(),
                            step.text(),
                            Downtime.words(step.away())));
        }

        private double onTheWay(Instant at) {
            Duration length = length();
            return length.isZero()
                    ? border
                    : border * Duration.between(begin(), at).toNanos() / (double) length.toNanos();
        }

        private Part part(WatchStretch seen) {
            if (!seen.answered()) {
                return part(seen, Kind.UNKNOWN, Words.of("probestrip.the-engine-gave-no-answer"));
            }
            return seen.failing().isEmpty()
                    ? part(seen, Kind.HELD, Words.of("probestrip.everything-held"))
                    : part(seen, Kind.FAILED, Words.of("probestrip.failed", String.join(", ", seen.failing())));
        }

        private Part part(WatchStretch seen, Kind kind, String what) {
            return new Part(
                    share(seen.from()),
                    share(seen.until()),
                    kind,
                    seen.failing().size(),
                    Words.of("probestrip.to", time(seen.from()), time(seen.until()), what));
        }

        private double share(Duration at) {
            return whole.isZero()
                    ? 1
                    : border + (1 - border) * Math.clamp(at.toNanos() / (double) whole.toNanos(), 0, 1);
        }

        /** The guard's own clock only goes forward; the wall's tells when it last looked. */
        private String time(Duration at) {
            Instant moment = sight.at().minus(passed).plus(at);
            return CLOCK.format(moment.atZone(zone));
        }

        private String summary() {
            int failed = sight.tally().failed();
            String since = Words.of(
                    "probestrip.of-failed-since-the-last",
                    failed == 0 ? Words.of("probestrip.none") : Integer.toString(failed),
                    Words.count("probe", sight.tally().asked()));
            return run.isEmpty() ? since : told() + "; " + since;
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
                            Words.of(
                                    "probestrip.to-2",
                                    time(when.from()),
                                    time(when.until()),
                                    TimeText.of(when.until().minus(when.from())))))
                    .toList();
        }
    }
}
