package dev.bulkhead.engine.measured;

import java.time.Duration;

/**
 * Peak use of one container over a window of time.
 *
 * @param processors most processors in use at one of the looks
 * @param memory most bytes of memory at one of the looks, without what the kernel keeps of files
 * @param processes most processes and threads at one of the looks
 * @param window how long it was looked at
 * @param looks how many figures came in that time
 */
public record PeakUse(double processors, long memory, long processes, Duration window, int looks) {

    /** Returns the peak over this window and another of the same container. */
    public PeakUse and(PeakUse other) {
        return new PeakUse(
                Math.max(processors, other.processors),
                Math.max(memory, other.memory),
                Math.max(processes, other.processes),
                window.plus(other.window),
                looks + other.looks);
    }
}
