package dev.bulkhead.ui.wizard.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Time that a run still takes: as long as steps like those to come have taken so far, and before one has, as long as services
 * are expected to be away in them.
 */
final class TimeLeft {

    private TimeLeft() {}

    /** Returns the time of all steps that are still to come. */
    static Duration whole(List<StepRow> steps) {
        return toCome(steps).map(row -> expected(row, steps)).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the time of those in which services are away. */
    static Duration away(List<StepRow> steps) {
        return toCome(steps)
                .filter(row -> !row.step().interruption().isZero())
                .map(row -> expected(row, steps))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<StepRow> toCome(List<StepRow> steps) {
        return steps.stream()
                .filter(row -> row.progressProperty().get() == StepRow.Progress.WAITING
                        || row.progressProperty().get() == StepRow.Progress.RUNNING);
    }

    private static Duration expected(StepRow row, List<StepRow> steps) {
        List<Duration> alike = steps.stream()
                .filter(done -> done.step()
                        .operation()
                        .getClass()
                        .equals(row.step().operation().getClass()))
                .flatMap(done -> done.measured().stream())
                .toList();
        return alike.isEmpty()
                ? row.step().interruption()
                : alike.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(alike.size());
    }
}
