package dev.bulkhead.migrate.review;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.measured.PeakMeter;
import dev.bulkhead.engine.measured.PeakUse;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.live.Patience;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Measurement of what a project's services use, for as long as it is let: every figure that the engine tells is looked at, and the
 * highest of all are kept beside the project as it goes on, so that it may be ended at any time.
 */
public final class LongMeasurement {

    private final MigrationContext context;
    private final Duration window;

    /**
     * A measurement of a project.
     *
     * @param window how long it measures before it keeps what it saw and looks who runs now
     */
    public LongMeasurement(MigrationContext context, Duration window) {
        this.context = context;
        this.window = window;
    }

    /**
     * Measures until a time is over, one window at least.
     *
     * @param limit how long; empty until the thread is interrupted
     * @param told hears, once, of an engine that does not answer; it is asked again
     * @return all that is kept now, earlier measurements included
     * @throws MigrationException if the project cannot be read, or what was kept cannot be read or written
     */
    public MeasuredPeaks measure(Optional<Duration> limit, Consumer<String> told)
            throws MigrationException, InterruptedException {
        long began = System.nanoTime();
        String silent = "";
        MeasuredPeaks kept = keep(List.of());
        do {
            try {
                kept = keep(look());
                silent = "";
            } catch (EngineException e) {
                if (!silent.equals(e.sentence())) {
                    told.accept(e.sentence());
                }
                silent = e.sentence();
                Patience.real().pause(window);
            }
        } while (limit.filter(time -> System.nanoTime() - began >= time.toNanos())
                .isEmpty());
        return kept;
    }

    /** What a service used in a window. */
    private record Look(String service, MeasuredPeaks.Peak peak) {}

    private List<Look> look() throws EngineException, MigrationException, InterruptedException {
        String project;
        try {
            project = new ComposeLoader(context.files())
                    .load(context.request())
                    .topology()
                    .project();
        } catch (ComposeException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
        List<ObservedContainer> running = context.engine().observer().observe().containers().stream()
                .filter(container -> container.project().equals(Optional.of(project)))
                .filter(container -> container.status().state() == ObservedContainer.RunState.RUNNING)
                .toList();
        SortedMap<String, PeakUse> peaks = PeakMeter.measure(
                context.engine().measure(),
                running.stream().map(ObservedContainer::id).toList(),
                window);
        if (running.isEmpty()) {
            Patience.real().pause(window);
        }
        List<Look> looks = new ArrayList<>();
        for (ObservedContainer container : running) {
            Optional<PeakUse> use = Optional.ofNullable(peaks.get(container.id()));
            if (use.isPresent() && container.service().isPresent()) {
                looks.add(new Look(
                        container.service().get(),
                        new MeasuredPeaks.Peak(container.made().image(), use.get())));
            }
        }
        return looks;
    }

    private MeasuredPeaks keep(List<Look> looks) throws MigrationException {
        try {
            MeasuredPeaks kept = MeasuredPeaks.read(context.state());
            for (Look look : looks) {
                kept = kept.with(look.service(), look.peak());
            }
            if (!looks.isEmpty()) {
                kept.write(context.state());
            }
            return kept;
        } catch (IOException e) {
            throw new MigrationException("What was measured cannot be kept: " + e.getMessage() + ".", e);
        }
    }
}
