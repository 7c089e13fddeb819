package dev.bulkhead.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;

/** Times between frames while something happens in each of them. */
public final class FrameTimes {

    private static final int FRAMES = 600;
    private static final int WARM_UP = 200;
    /** Frames until what was asked for is drawn. */
    private static final int SETTLED = 50;
    /** How long one thing is measured at most, in nanoseconds. */
    private static final long PATIENCE = 45_000_000_000L;

    private FrameTimes() {}

    /**
     * Does something in every frame, then prints what the frames took after the first of them.
     *
     * @param what is measured; empty text to print nothing
     * @param step told the number of the frame
     */
    public static void measure(String what, IntConsumer step, Runnable then) {
        new AnimationTimer() {
            private final List<Long> times = new ArrayList<>();
            private final long started = System.nanoTime();
            private long last;
            private long processor;
            private int warmUp = WARM_UP;

            // Who takes long for a frame is measured by fewer.
            private boolean over(long now) {
                if (times.size() < WARM_UP && now - started > PATIENCE / 3 && warmUp == WARM_UP) {
                    warmUp = times.size() + 1;
                }
                return now - started > PATIENCE && times.size() > warmUp + 3;
            }

            @Override
            public void handle(long now) {
                long begun = System.nanoTime();
                if (last > 0) {
                    times.add(begun - last);
                }
                last = begun;
                if (times.size() == warmUp) {
                    processor = processor();
                }
                if (times.size() == (what.isEmpty() ? SETTLED : FRAMES) || over(begun)) {
                    stop();
                    if (!what.isEmpty()) {
                        report(what, times.subList(warmUp, times.size()), processor() - processor);
                    }
                    then.run();
                } else {
                    step.accept(times.size());
                }
            }
        }.start();
    }

    /**
     * Processor time so far of the two threads that a frame waits for, the application's and the drawing one, in nanoseconds:
     * other programs on the machine change that less than the time by the clock.
     */
    private static long processor() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith("JavaFX Application")
                        || thread.getThreadName().startsWith("QuantumRenderer"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static void report(String what, List<Long> nanos, long processor) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-42s %8.1f %8.1f %8.1f %8.1f %9.1f%n",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6,
                processor / 1e6 / nanos.size());
    }
}
