package dev.bulkhead.ui.live;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.time.Instant;

/** Wording of how a container is. */
public final class LiveWords {

    private LiveWords() {}

    /** Returns a container's mark on the map and the words for it. */
    public static ServiceState state(ObservedContainer.Status status, Instant now) {
        return new ServiceState(mark(status), words(status, now));
    }

    /** Returns the mark for a status. */
    public static ServiceState.Health mark(ObservedContainer.Status status) {
        return switch (status.state()) {
            case CREATED, EXITED, DEAD, REMOVING, PAUSED -> ServiceState.Health.STOPPED;
            case RESTARTING -> ServiceState.Health.STARTING;
            case RUNNING ->
                switch (status.health()) {
                    case NONE -> ServiceState.Health.RUNNING;
                    case STARTING -> ServiceState.Health.STARTING;
                    case HEALTHY -> ServiceState.Health.HEALTHY;
                    case UNHEALTHY -> ServiceState.Health.UNHEALTHY;
                };
        };
    }

    /** Returns a status in a few words, for instance {@code healthy 3 d}. */
    public static String words(ObservedContainer.Status status, Instant now) {
        if (status.state() != RunState.RUNNING) {
            return state(status.state());
        }
        String health = health(status.health());
        return status.since()
                .map(since -> health + " " + age(Duration.between(since, now)))
                .orElse(health);
    }

    private static String state(RunState state) {
        return switch (state) {
            case CREATED -> Words.of("livewords.created");
            case RUNNING -> Words.of("livewords.running");
            case PAUSED -> Words.of("livewords.paused");
            case RESTARTING -> Words.of("livewords.restarting");
            case REMOVING -> Words.of("livewords.removing");
            case EXITED -> Words.of("livewords.stopped");
            case DEAD -> Words.of("livewords.dead");
        };
    }

    private static String health(Health health) {
        return switch (health) {
            case NONE -> Words.of("livewords.running");
            case STARTING -> Words.of("livewords.starting");
            case HEALTHY -> Words.of("livewords.healthy");
            case UNHEALTHY -> Words.of("livewords.unhealthy");
        };
    }

    /** Returns a length of time the way people say it: {@code 0:21}, {@code 5 min}, {@code 4 h}, {@code 3 d}. */
    public static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return "0:%02d".formatted(seconds);
        }
        if (seconds < 3600) {
            return Words.of("livewords.min", seconds / 60);
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }
}
