package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.observed.ObservedContainer.Health;
import java.time.Duration;

/** Health checks of practice containers: they succeed a moment after the start, unless they are told to fail. */
final class PracticeHealth {

    private static final Duration TIME_TO_HEALTHY = Duration.ofMillis(1500);

    private final PracticeMemory memory;
    private final PracticeFaults faults;
    private final PracticeTimer timer;

    PracticeHealth(PracticeMemory memory, PracticeFaults faults, PracticeTimer timer) {
        this.memory = memory;
        this.faults = faults;
        this.timer = timer;
    }

    /** Has a container that was just started become what its check will say. */
    void await(PracticeContainer container) {
        if (container.status().health() == Health.STARTING) {
            timer.after(TIME_TO_HEALTHY, () -> judge(container));
        }
    }

    private void judge(PracticeContainer started) {
        Health verdict = faults.isUnhealthy(started.name()) ? Health.UNHEALTHY : Health.HEALTHY;
        memory.change(s ->
                s.updating(started.id(), c -> c.status().equals(started.status()) ? c.withHealth(verdict) : c));
    }

    /** Lets the check of a container (by name) fail from now on, or succeed again. */
    void set(String container, boolean healthy) {
        faults.setUnhealthy(container, !healthy);
        Health health = healthy ? Health.HEALTHY : Health.UNHEALTHY;
        memory.change(s -> s.find(container)
                .map(c -> c.running() && c.status().health() != Health.NONE ? s.withContainer(c.withHealth(health)) : s)
                .orElse(s));
    }
}
