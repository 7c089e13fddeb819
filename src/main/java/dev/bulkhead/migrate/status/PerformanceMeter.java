package dev.bulkhead.migrate.status;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.outside.AnswerTimes;
import dev.bulkhead.migrate.status.Performance.Running;
import dev.bulkhead.migrate.status.Performance.Timings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Meter of a project's performance; what it cannot measure it says to be not measured, and why. */
public final class PerformanceMeter {

    /** Arguments: address, seconds. The first answer also tells who has the address, so the second is the one that counts. */
    private static final String PING = """
            command -v ping >/dev/null 2>&1 || exit 125
            ping -c 1 -W "$2" "$1" >/dev/null 2>&1
            ping -c 1 -W "$2" "$1"
            """;

    private static final Pattern TIME = Pattern.compile("time[=<]([\\d.]+) ?ms");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** How many containers of a network are tried until one has a tool. */
    private static final int TRIED = 3;

    private final Engine engine;
    private final EngineInfo info;
    private final ObservedState state;
    private final String project;
    private final InstantSource clock;

    /** Measures a project on an engine, as that was just observed. */
    public PerformanceMeter(Engine engine, EngineInfo info, ObservedState state, String project, InstantSource clock) {
        this.engine = engine;
        this.info = info;
        this.state = state;
        this.project = project;
        this.clock = clock;
    }

    /**
     * Measures how quickly published ports answer.
     *
     * @param root the project's directory
     */
    public Measured<Timings> pages(Path root) {
        Instant at = clock.instant();
        if (info.practice()) {
            return Measured.unknown(at, "The practice engine has no host whose ports could be asked.");
        }
        AnswerTimes times = AnswerTimes.of(info, state, project, root);
        return timings(times.answered())
                .map(seen -> Measured.seen(at, seen))
                .orElseGet(() -> Measured.unknown(
                        at,
                        times.asked() == 0
                                ? "No TCP port is published that could be asked from here."
                                : "None of " + times.asked() + " published ports answers by HTTP from here."));
    }

    /**
     * Tells how steadily the services run.
     *
     * @param health what was just seen of them
     * @param at when it was seen
     */
    public static Measured<Running> running(ProjectHealth health, Instant at) {
        return health.upSince()
                .map(since -> Measured.seen(
                        at,
                        new Running(
                                since,
                                health.services().values().stream()
                                        .mapToInt(ObservedContainer.Status::restarts)
                                        .sum())))
                .orElseGet(() -> Measured.unknown(at, "No service runs, or the engine does not tell since when."));
    }

    /** Measures the way from one container to another, once for each network. */
    public Measured<Timings> network() throws EngineException {
        Instant at = clock.instant();
        if (info.practice()) {
            return Measured.unknown(at, "The practice engine has no packets whose way could be measured.");
        }
        Map<String, Duration> times = new LinkedHashMap<>();
        Set<String> without = new HashSet<>();
        for (ObservedNetwork network : state.networks()) {
            measure(network.name(), without, times);
        }
        return timings(times)
                .map(seen -> Measured.seen(at, seen))
                .orElseGet(() ->
                        Measured.unknown(at, "No container has ping in its image, or none reaches another by it."));
    }

    private void measure(String network, Set<String> without, Map<String, Duration> times) throws EngineException {
        List<ObservedContainer> members = state.containers().stream()
                .filter(c -> c.project().filter(project::equals).isPresent())
                .filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING)
                .filter(c -> address(c, network).isPresent())
                .toList();
        List<ObservedContainer> able = members.stream()
                .filter(c -> !without.contains(c.id()))
                .limit(TRIED)
                .toList();
        for (ObservedContainer from : able) {
            Optional<ObservedContainer> to = members.stream()
                    .filter(other -> !other.id().equals(from.id()))
                    .findFirst();
            if (to.isEmpty()) {
                return;
            }
            Optional<Duration> time = ping(from, address(to.get(), network).orElseThrow());
            if (time.isPresent()) {
                times.put(network, time.get());
                return;
            }
            without.add(from.id());
        }
    }

    private Optional<Duration> ping(ObservedContainer from, String address) throws EngineException {
        ExecResult result =
                engine.exec().exec(from.id(), List.of("sh", "-c", PING, "bulkhead-ping", address, "1"), LIMIT);
        Matcher time = TIME.matcher(result.output());
        return result.exitCode() == 0 && time.find()
                ? Optional.of(Duration.ofNanos(Math.round(Double.parseDouble(time.group(1)) * 1e6)))
                : Optional.empty();
    }

    private static Optional<String> address(ObservedContainer container, String network) {
        return container
                .endpoint(network)
                .flatMap(ObservedEndpoint::ipv4)
                .map(address -> address.replaceFirst("/.*$", ""));
    }

    private static Optional<Timings> timings(Map<String, Duration> times) {
        return times.entrySet().stream().max(Map.Entry.comparingByValue()).map(slowest -> {
            Duration sum = times.values().stream().reduce(Duration.ZERO, Duration::plus);
            return new Timings(times.size(), sum.dividedBy(times.size()), slowest.getValue(), slowest.getKey());
        });
    }
}
