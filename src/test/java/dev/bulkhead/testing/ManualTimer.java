package dev.bulkhead.testing;

import dev.bulkhead.engine.practice.PracticeTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A time that passes only when a test says so. */
public final class ManualTimer implements PracticeTimer {

    private record Task(Instant due, Runnable work) {}

    private final List<Task> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-05T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), task));
    }

    /** Lets time pass and runs on this thread what has become due, in order. */
    public void pass(Duration time) {
        now = now.plus(time);
        List<Task> due = tasks.stream()
                .filter(t -> !t.due().isAfter(now))
                .sorted(Comparator.comparing(Task::due))
                .toList();
        tasks.removeAll(due);
        due.forEach(t -> t.work().run());
    }
}
