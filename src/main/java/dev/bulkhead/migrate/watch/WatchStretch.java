package dev.bulkhead.migrate.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Stretch of a watch in which the same failed at every look.
 *
 * @param from when it began, counted from the beginning of the watch
 * @param until when it was last looked at
 * @param answered whether the engine answered; where it did not, nothing is known
 * @param failing flows and services that failed; empty when everything held
 */
public record WatchStretch(Duration from, Duration until, boolean answered, List<String> failing) {

    /** The newest ones tell what matters. */
    static final int MOST = 300;

    public WatchStretch {
        failing = List.copyOf(failing);
    }

    private boolean same(boolean alsoAnswered, List<String> alsoFailing) {
        return answered == alsoAnswered && failing.equals(alsoFailing);
    }

    /** Returns the stretches with one more look; it prolongs the last one where nothing is different. */
    static List<WatchStretch> plus(List<WatchStretch> before, Duration at, boolean answered, List<String> failing) {
        if (before.isEmpty()) {
            return List.of(new WatchStretch(at, at, answered, failing));
        }
        WatchStretch last = before.getLast();
        List<WatchStretch> all = new ArrayList<>(before);
        if (last.same(answered, failing)) {
            all.set(all.size() - 1, new WatchStretch(last.from(), at, answered, failing));
        } else {
            all.add(new WatchStretch(last.until(), at, answered, failing));
        }
        // what flaps all the time would otherwise be written anew every second, ever longer
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
