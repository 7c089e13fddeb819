package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.engine.measured.PeakUse;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.evidence.Sight;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Limits of memory: proposed from the measured peak with head room; one under the peak is a stop. */
final class MemoryLimits {

    static final String ID = "memory";
    static final String KEEP = "keep";

    /** A program that grows by half beyond its peak is still let live. */
    private static final double HEAD_ROOM = 1.5;
    /** By the kernel's word files that it keeps for itself count as well; up to this much of the peak is believed. */
    private static final long BELIEVED = 3;

    private MemoryLimits() {}

    /** Returns the question; empty where nothing runs. */
    static Optional<Question> question(List<ServiceFacts> services) {
        List<Question.Row> rows = new ArrayList<>();
        for (ServiceFacts facts : services) {
            facts.peak().ifPresent(peak -> rows.add(row(facts, peak)));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Question.Option> options = new ArrayList<>();
        options.add(new Question.Option(KEEP, "As now", "Its files go on saying what they say."));
        Bytes.SIZES.forEach(size -> options.add(
                new Question.Option(Bytes.compose(size * (1L << 20)), Bytes.compose(size * (1L << 20)), "")));
        return Optional.of(new Question.Table(
                ID,
                "How much memory may each take?",
                "A container that reaches its limit is ended. Proposed is the peak that was measured and half as much"
                        + " again; a limit under the peak is refused. To measure for days: bulkhead measure PATH, then"
                        + " ask again.",
                "Service",
                options,
                rows));
    }

    private static Question.Row row(ServiceFacts facts, PeakUse peak) {
        Optional<Long> present = present(facts);
        long wanted = wanted(facts, peak);
        String why = "Peak " + Bytes.words(peak.memory()) + " over "
                + over(peak.window())
                + kernel(facts, peak)
                + present.map(limit -> "; limited to " + Bytes.words(limit) + " now")
                        .orElse("; no limit now") + ".";
        boolean enough = present.isPresent() && present.get() >= wanted;
        return new Question.Row(
                ID + "." + facts.key(),
                facts.key(),
                why,
                Stream.concat(Stream.of(KEEP), Bytes.SIZES.stream().map(size -> Bytes.compose(size * (1L << 20))))
                        .toList(),
                enough ? KEEP : Bytes.compose(Bytes.sizeFor(wanted)));
    }

    private static String over(Duration window) {
        long seconds = Math.max(1, window.toSeconds());
        return seconds < 120
                ? seconds + " s"
                : window.toMinutes() < 120
                        ? window.toMinutes() + " min"
                        : window.toHours() < 72 ? window.toHours() + " h" : window.toDays() + " days";
    }

    private static String kernel(ServiceFacts facts, PeakUse peak) {
        OptionalLong most = facts.sight().map(Sight::kernelPeak).orElse(OptionalLong.empty());
        return most.isPresent() && most.getAsLong() > peak.memory()
                ? ", " + Bytes.words(most.getAsLong()) + " since its start with the files that the kernel keeps"
                : "";
    }

    private static long wanted(ServiceFacts facts, PeakUse peak) {
        long kernel = facts.sight()
                .map(Sight::kernelPeak)
                .orElse(OptionalLong.empty())
                .orElse(0);
        long believed = Math.min(kernel, peak.memory() * BELIEVED);
        long least = facts.needs().memory().flatMap(Bytes::parse).orElse(0L);
        return Math.max(Math.max((long) (peak.memory() * HEAD_ROOM), believed), least);
    }

    private static Optional<Long> present(ServiceFacts facts) {
        return facts.text("mem_limit")
                .or(() -> facts.text("deploy", "resources", "limits", "memory"))
                .flatMap(Bytes::parse)
                .filter(limit -> limit > 0);
    }

    /**
     * Returns what an answer changes.
     *
     * @throws AnswersException if it is a limit under the measured peak
     */
    static List<ProjectEdit> edits(ServiceFacts facts, Answers answers) throws AnswersException {
        String answer = answers.value(ID + "." + facts.key()).orElse(KEEP);
        if (answer.equals(KEEP)) {
            return List.of();
        }
        long limit = Bytes.parse(answer).orElse(0L);
        Optional<PeakUse> peak = facts.peak();
        if (peak.isPresent() && limit < peak.get().memory()) {
            throw new AnswersException("Service " + facts.key() + " would be ended at once: a limit of " + answer
                    + " is under its peak of " + Bytes.words(peak.get().memory()) + "; answer at least "
                    + Bytes.compose(Bytes.sizeFor((long) (peak.get().memory() * HEAD_ROOM))) + " to '" + ID + "."
                    + facts.key() + "', or keep.");
        }
        if (present(facts).filter(now -> now == limit).isPresent()) {
            return List.of();
        }
        return List.of(Limits.edit(facts, FieldValue.text(answer), "mem_limit", "memory"));
    }
}
