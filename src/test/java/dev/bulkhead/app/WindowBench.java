package dev.bulkhead.app;

import dev.bulkhead.bench.SyntheticProject;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Labeled;

/**
 * Measures the window on the practice engine: how long a large project takes to open, and what many events cost.
 *
 * <p>A program to run by hand, not a test: the numbers belong to the machine. {@code open SERVICES} prints the time from
 * asking for the project until its map is drawn and answers, and until its containers are known, and the processor time of all threads
 * meanwhile, which other programs on the machine change less; {@code events SERVICES} the share of a core that the whole
 * process uses while 50 containers a second change; {@code answers SERVICES} the time from a choice of a service until its reach lies
 * over the map, and from an edit until the problems are those after it.
 */
final class WindowBench {

    private static final int EVENTS_A_SECOND = 50;
    private static final int TIMES = 41;
    /** The machine's own compilers are at work during the first; an hour of editing is like the last. */
    private static final int ROUNDS = 5;

    /** The compilers of the machine are at work for more than a minute; that is told beside what stays. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final int SERVICES_A_FILE = 20;

    private WindowBench() {}

    public static void main(String[] words) throws Exception {
        int services = Integer.parseInt(words[1]);
        try (TestWindow window = TestWindow.open()) {
            Path project = window.folder().resolve("synthetic");
            SyntheticProject.write(services, Math.max(1, services / SERVICES_A_FILE), project);
            long begun = System.nanoTime();
            long before = processor();
            window.ask(project);
            window.await(
                    "the first picture",
                    () -> window.desktop().stage().getScene().getRoot().lookup(".bh-card-name") instanceof Labeled name
                            && name.getWidth() > 0);
            // What was asked for meanwhile is done, and the next click would be answered.
            window.settle();
            double picture = (System.nanoTime() - begun) / 1e9;
            window.await("all containers", () -> window.context().map().live().size() == services);
            window.settle();
            if (words[0].equals("open")) {
                System.out.printf(
                        "%d services opened in %.1f s, %.1f s of processor time; the first picture that answers after %.1f s%n",
                        services, (System.nanoTime() - begun) / 1e9, (processor() - before) / 1e9, picture);
            } else if (words[0].equals("answers")) {
                measureAnswers(window, services);
            } else {
                measureEvents(window.engine(), services);
            }
        }
        System.exit(0);
    }

    private static void measureAnswers(TestWindow window, int services) throws Exception {
        MapViewModel map = window.context().map();
        ProjectViewModel project = window.context().project();
        // Until the first judgement is in, everything waits for that.
        window.await("the first judgement", () -> !project.findings().isEmpty());
        window.run(() -> {
            map.reachModeProperty().set(true);
            map.select(Element.service("app1"));
        });
        window.await("who reaches whom", () -> map.lightsProperty().get().isPresent());
        List<Double> lights = new ArrayList<>();
        List<Double> problems = new ArrayList<>();
        for (int i = 0; i < TIMES * ROUNDS; i++) {
            Element.ServiceElement service = Element.service("app" + i % services);
            lights.add(millis(
                    window,
                    map.lightsProperty()::addListener,
                    map.lightsProperty()::removeListener,
                    () -> map.select(service)));
            boolean even = i % 2 == 0;
            TopologyEdit edit = new TopologyEdit.AddNetwork(new Network(
                    "bench", "synthetic_bench", NetworkOptions.defaults(), List.of(Subnet.of("10.0.0.0/16"))));
            problems.add(millis(window, project.findings()::addListener, project.findings()::removeListener, () -> {
                if (even) {
                    project.apply(edit);
                } else {
                    project.undo();
                }
            }));
        }
        System.out.printf(
                "%d services, milliseconds, median and longest of the first %d, and of %d more after %d%n",
                services, TIMES, TIMES, TIMES * (ROUNDS - 1));
        System.out.printf("  from a choice to its reach on the map: %s%n", firstAndLast(lights));
        System.out.printf("  from an edit to the problems after it: %s%n", firstAndLast(problems));
    }

    private static String firstAndLast(List<Double> times) {
        return told(times.subList(0, TIMES)) + "; " + told(times.subList(times.size() - TIMES, times.size()));
    }

    private static String told(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return String.format(Locale.ROOT, "%.1f, %.1f", sorted.get(sorted.size() / 2), sorted.getLast());
    }

    /** Returns the milliseconds from something done on the window's thread until something else was told there. */
    private static double millis(
            TestWindow window,
            Consumer<InvalidationListener> listen,
            Consumer<InvalidationListener> leave,
            Runnable done)
            throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        InvalidationListener listener = any -> told.countDown();
        window.run(() -> listen.accept(listener));
        long[] begun = {0};
        Platform.runLater(() -> {
            begun[0] = System.nanoTime();
            done.run();
        });
        if (!told.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nothing was told within a minute.");
        }
        double took = (System.nanoTime() - begun[0]) / 1e6;
        window.run(() -> leave.accept(listener));
        return took;
    }

    private static void measureEvents(PracticeEngine engine, int services) throws Exception {
        Step nothing = () -> LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        repeat(nothing, Duration.ofSeconds(10));
        System.out.printf("%d containers, no event: %.1f %% of a core%n", services, share(nothing));
        Changes changes = new Changes(engine);
        double first = share(changes);
        repeat(changes, WARM_UP);
        System.out.printf(
                "%d containers, %d events a second: %.1f %% of a core, %.1f %% in the first seconds%n",
                services, EVENTS_A_SECOND, share(changes), first);
    }

    /** Something that is done over and over. */
    @FunctionalInterface
    private interface Step {
        void once() throws Exception;
    }

    private static double share(Step step) throws Exception {
        long before = processor();
        long begun = System.nanoTime();
        repeat(step, MEASURED);
        return 100.0 * (processor() - before) / (System.nanoTime() - begun);
    }

    private static void repeat(Step step, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            step.once();
        }
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** One container after the other, stopped and started. */
    private static final class Changes implements Step {
        private final PracticeEngine engine;
        private int number;
        private long next = System.nanoTime();

        Changes(PracticeEngine engine) {
            this.engine = engine;
        }

        @Override
        public void once() throws Exception {
            String container = "synthetic-app" + number / 2 % 100 + "-1";
            if (number++ % 2 == 0) {
                engine.stop(container, Duration.ZERO);
            } else {
                engine.start(container);
            }
            next += Duration.ofSeconds(1).toNanos() / EVENTS_A_SECOND;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
