package dev.bulkhead.migrate.outside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Meter of what users see of a run: asks every port of a project, again and again, as somebody would who opens its pages,
 * and keeps what came of it. Each request is a new connection. Its cost is bounded: with many ports each is asked less
 * often.
 */
public final class OutsideMeter implements AutoCloseable {

    /** Fifty requests a second for each port. */
    private static final Duration OFTEN = Duration.ofMillis(20);

    /** Time between two requests in all on a machine of one processor: who is asked has to answer there as well. */
    private static final Duration APART_ON_ONE = Duration.ofMillis(8);

    /** A thousand requests a second in all, however many processors there are. */
    private static final Duration APART_AT_LEAST = Duration.ofMillis(1);

    private static final Duration LAST_ANSWERS = Duration.ofMillis(1500);

    private final Doors doors;
    private final Duration every;
    private final Map<Door, AtomicReference<DoorTally>> tallies = new LinkedHashMap<>();
    private final SortedMap<String, String> unasked;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Thread> askers = new ArrayList<>();
    private volatile boolean closed;

    private OutsideMeter(Doors doors) {
        this.doors = doors;
        this.unasked = new TreeMap<>(doors.unasked());
        this.every = every(doors.doors().size(), Runtime.getRuntime().availableProcessors());
    }

    /** Returns the time between two requests for one port. */
    static Duration every(int ports, int processors) {
        Duration apart = longer(APART_ON_ONE.dividedBy(processors), APART_AT_LEAST);
        return longer(apart.multipliedBy(ports), OFTEN);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Looks how each port answers now, then begins to ask. */
    public static OutsideMeter start(Doors doors) throws InterruptedException {
        OutsideMeter meter = new OutsideMeter(doors);
        Map<Door, Manner> manners = meter.look();
        long begin = System.nanoTime();
        int turn = 0;
        for (Map.Entry<Door, Manner> entry : manners.entrySet()) {
            Door door = entry.getKey();
            if (entry.getValue() == Manner.SILENT) {
                meter.unasked.put(
                        door.service(), "port " + door.port() + " did not answer from here before anything was done");
                continue;
            }
            AtomicReference<DoorTally> tally = new AtomicReference<>(new DoorTally(door));
            meter.tallies.put(door, tally);
            // spread over the time between two requests, so that they do not all come in one moment
            long first = begin + meter.every.toNanos() * turn++ / manners.size();
            meter.askers.add(Thread.startVirtualThread(() -> meter.ask(door, entry.getValue(), tally, first)));
        }
        return meter;
    }

    private Map<Door, Manner> look() throws InterruptedException {
        Map<Door, Manner> manners = new LinkedHashMap<>();
        List<Thread> looking = new ArrayList<>();
        for (Door door : doors.doors()) {
            looking.add(Thread.startVirtualThread(() -> {
                Manner manner = Manner.of(door);
                synchronized (manners) {
                    manners.put(door, manner);
                }
            }));
        }
        for (Thread thread : looking) {
            thread.join();
        }
        Map<Door, Manner> inOrder = new LinkedHashMap<>();
        doors.doors().forEach(door -> inOrder.put(door, manners.getOrDefault(door, Manner.SILENT)));
        return inOrder;
    }

    private void ask(Door door, Manner manner, AtomicReference<DoorTally> tallies, long first) {
        long next = first;
        while (!closed) {
            long wait = next - System.nanoTime();
            if (wait > 0) {
                try {
                    TimeUnit.NANOSECONDS.sleep(wait);
                } catch (InterruptedException e) {
                    return;
                }
            } else if (-wait > TimeUnit.SECONDS.toNanos(1)) {
                next = System.nanoTime(); // the machine stood still; what was not asked is not made up for
            }
            requests.execute(() -> {
                DoorTally tally = tallies.get();
                int request = tally.asking(System.nanoTime());
                boolean served = manner.served(door);
                tally.answered(request, served, System.nanoTime());
            });
            next += every.toNanos();
        }
    }

    /** Returns what was seen since it began or since this was last called, and counts anew from here on. */
    public SeenFromOutside cut() {
        return seen(tallies.entrySet().stream()
                .map(door -> door.getValue().getAndSet(new DoorTally(door.getKey())))
                .toList());
    }

    /** Returns what was seen since it began or was last cut. */
    public SeenFromOutside seen() {
        return seen(tallies.values().stream().map(AtomicReference::get).toList());
    }

    private SeenFromOutside seen(List<DoorTally> tallied) {
        return new SeenFromOutside(
                every, tallied.stream().map(DoorTally::figures).toList(), unasked);
    }

    /** Ends; what was asked is still answered, or given up. */
    @Override
    public void close() {
        closed = true;
        try {
            for (Thread asker : askers) {
                asker.join();
            }
            requests.shutdown();
            if (!requests.awaitTermination(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                requests.shutdownNow();
            }
        } catch (InterruptedException e) {
            requests.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
