package dev.bulkhead.engine.measured;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineMeasure;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Meter of peak use: keeps the highest of all figures that containers show over a window of time. */
public final class PeakMeter {

    private record Peak(double processors, long memory, long processes, int looks) {

        Peak with(ContainerFigures figures) {
            return new Peak(
                    Math.max(processors, figures.processors()),
                    Math.max(memory, figures.memory()),
                    Math.max(processes, figures.processes()),
                    looks + 1);
        }
    }

    private final Map<String, Peak> peaks = new HashMap<>();

    private PeakMeter() {}

    /**
     * Measures running containers (ids) for a while.
     *
     * @return id to peak; without those that showed no figure in that time
     */
    public static SortedMap<String, PeakUse> measure(EngineMeasure engine, List<String> containers, Duration window)
            throws EngineException, InterruptedException {
        PeakMeter meter = new PeakMeter();
        if (containers.isEmpty()) {
            return Collections.emptySortedMap();
        }
        long began = System.nanoTime();
        try (EngineStream stream = engine.follow(containers, meter::take)) {
            stream.await(window);
        }
        return meter.peaks(Duration.ofNanos(System.nanoTime() - began));
    }

    private synchronized void take(ContainerFigures figures) {
        peaks.merge(
                figures.container(),
                new Peak(figures.processors(), figures.memory(), figures.processes(), 1),
                (before, first) -> before.with(figures));
    }

    private synchronized SortedMap<String, PeakUse> peaks(Duration window) {
        SortedMap<String, PeakUse> all = new TreeMap<>();
        peaks.forEach((id, peak) ->
                all.put(id, new PeakUse(peak.processors(), peak.memory(), peak.processes(), window, peak.looks())));
        return all;
    }
}
