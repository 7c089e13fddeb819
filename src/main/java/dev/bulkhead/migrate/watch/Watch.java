package dev.bulkhead.migrate.watch;

import dev.bulkhead.engine.EngineException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Watch over a change that is done: looks, measures breaks, and remembers whether one was told. */
public final class Watch {

    private final Looker looker;
    private final BreakMeter meter;
    private Duration watched = Duration.ZERO;
    private List<WatchStretch> seen = List.of();
    private boolean alarmed;

    /** Watches by looks, whose breaks are measured. */
    public Watch(Looker looker, BreakMeter meter) {
        this.looker = looker;
        this.meter = meter;
    }

    /**
     * Looks once.
     *
     * @param elapsed how long the watch has lasted, by a clock that only goes forward
     * @return what has been broken for longer than it may, as a sentence
     * @throws EngineException if the engine does not answer, which is no break
     */
    public Optional<String> look(Duration elapsed) throws EngineException {
        watched = elapsed;
        try {
            Optional<String> broken = meter.see(looker.look(), elapsed);
            seen = WatchStretch.plus(seen, elapsed, true, failing());
            return broken;
        } catch (EngineException e) {
            meter.silence();
            seen = WatchStretch.plus(seen, elapsed, false, List.of());
            throw e;
        }
    }

    /** Returns what was seen when, in order. */
    public List<WatchStretch> seen() {
        return seen;
    }

    /** Returns whether this is the first break that is told. */
    public boolean alarm() {
        boolean first = !alarmed;
        alarmed = true;
        return first;
    }

    /** Returns whether a break was told. */
    public boolean alarmed() {
        return alarmed;
    }

    /** Returns for how long it has watched. */
    public Duration watched() {
        return watched;
    }

    /** Returns what was counted. */
    public BreakMeter.Tally tally() {
        return meter.tally();
    }

    /** Returns what fails now. */
    public List<String> failing() {
        return List.copyOf(meter.failing());
    }
}
