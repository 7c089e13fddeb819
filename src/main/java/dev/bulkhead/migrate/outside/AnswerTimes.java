package dev.bulkhead.migrate.outside;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.web.WebClient;
import dev.bulkhead.migrate.web.WebDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Times in which a project's published ports answered one request each, from the connection to the end of the page.
 *
 * @param asked how many ports were asked
 * @param answered those that answered by HTTP, whatever they said, in words; to how long it took
 */
public record AnswerTimes(int asked, Map<String, Duration> answered) {

    /** A port of another kind is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    public AnswerTimes {
        answered = Collections.unmodifiableMap(new LinkedHashMap<>(answered));
    }

    /**
     * Asks every published port once.
     *
     * @param root the project's directory
     */
    public static AnswerTimes of(EngineInfo engine, ObservedState state, String project, Path root) {
        WebClient client = new WebClient(root, PATIENCE);
        List<Door> doors =
                Doors.of(engine, state, project, (service, port) -> true).doors();
        Map<String, Duration> answered = new LinkedHashMap<>();
        for (Door door : doors) {
            AnsweredWay way = AnsweredWay.by(door, false);
            RouteRequest request = way.request();
            long start = System.nanoTime();
            try {
                client.ask(
                        new WebDoor(door.host(), door.port()),
                        request.tls(),
                        request.authority(),
                        request.path(),
                        Optional.empty());
                answered.put(way.subject(), Duration.ofNanos(System.nanoTime() - start));
            } catch (IOException e) {
                // speaks something else, or does not answer: there is no page whose time could be told
            }
        }
        return new AnswerTimes(doors.size(), answered);
    }
}
