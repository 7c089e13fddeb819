package dev.bulkhead.migrate.review;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.measured.PeakMeter;
import dev.bulkhead.engine.measured.PeakUse;
import dev.bulkhead.engine.observed.ContainerLook;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.iteration.evidence.HealthTrials;
import dev.bulkhead.migrate.iteration.evidence.Sight;
import dev.bulkhead.migrate.iteration.evidence.Survey;
import dev.bulkhead.topology.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Surveyor of a project's running containers: measures what they use for a while, asks the engine what they have written,
 * and tries health checks inside them. What was seen of a container is kept for as long as it lives, and measured again
 * each time: the peak is the highest of all, and of what was measured over a long time.
 */
final class Surveyor {

    private static final Duration WINDOW = Duration.ofSeconds(4);
    /** Practice containers use the same all the time. */
    private static final Duration AT_PRACTICE = Duration.ofMillis(200);

    private static final Duration EXEC = Duration.ofSeconds(20);
    /** The kernel's highest since a container's start, of control groups of version 2 (since Linux 5.19) and 1. */
    private static final List<String> KERNEL_PEAKS =
            List.of("/sys/fs/cgroup/memory.peak", "/sys/fs/cgroup/memory/memory.max_usage_in_bytes");

    private final Engine engine;
    private final Catalogue catalogue;
    private final Map<String, Sight> seen = new HashMap<>();

    Surveyor(Engine engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    /** A service and its container that runs. */
    private record Running(Service service, ObservedContainer container) {}

    /** Returns a survey; a container that is gone meanwhile is left out. */
    Survey survey(ResolvedProject resolved, ObservedState observed, boolean here, MeasuredPeaks kept)
            throws EngineException {
        SortedMap<String, ResolvedValue.Fields> stated = new TreeMap<>();
        Optional.ofNullable(resolved.sections().get("services"))
                .ifPresent(services -> services.fields().forEach((key, value) -> {
                    if (value instanceof ResolvedValue.Fields fields) {
                        stated.put(key, fields);
                    }
                }));
        List<Running> running = new ArrayList<>();
        for (Service service : resolved.project().topology().services().values()) {
            observed.containers(resolved.project().topology().project(), service.key()).stream()
                    .filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING)
                    .findFirst()
                    .ifPresent(container -> running.add(new Running(service, container)));
        }
        EngineInfo info = engine.observer().info();
        Map<String, PeakUse> peaks = peaks(running, info.practice() ? AT_PRACTICE : WINDOW);
        SortedMap<String, Sight> sights = new TreeMap<>();
        for (Running one : running) {
            String id = one.container().id();
            sight(one.service(), one.container(), Optional.ofNullable(peaks.get(id)))
                    .ifPresent(sight -> {
                        seen.put(id, sight);
                        sights.put(
                                one.service().key(),
                                sight.measured(kept.of(
                                        one.service().key(),
                                        one.container().made().image())));
                    });
        }
        Optional<ResourceUse> machine = engine.measure().resources(List.of());
        return new Survey(
                stated,
                sights,
                Optional.of(new Survey.Machine(
                        info,
                        here,
                        machine.map(ResourceUse::processors).orElse(0),
                        machine.map(ResourceUse::memory).orElse(0L))));
    }

    private Map<String, PeakUse> peaks(List<Running> running, Duration window) throws EngineException {
        try {
            return PeakMeter.measure(
                    engine.measure(),
                    running.stream().map(one -> one.container().id()).toList(),
                    window);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private Optional<Sight> sight(Service service, ObservedContainer container, Optional<PeakUse> peak) {
        Optional<Sight> before = Optional.ofNullable(seen.get(container.id()));
        Optional<PeakUse> highest = before.flatMap(Sight::peak)
                .map(old -> peak.map(old::and).orElse(old))
                .or(() -> peak);
        try {
            ContainerLook look = engine.observer().look(container.id());
            return Optional.of(new Sight(
                    container.name(),
                    look,
                    highest,
                    kernelPeak(container),
                    before.isPresent() ? before.get().tried() : tried(service, container, look)));
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    private OptionalLong kernelPeak(ObservedContainer container) {
        for (String file : KERNEL_PEAKS) {
            Optional<ExecResult> result = exec(container, List.of("cat", file));
            String said = result.map(ExecResult::output).orElse("").strip();
            if (result.filter(r -> r.exitCode() == 0).isPresent() && said.matches("[0-9]{1,18}")) {
                return OptionalLong.of(Long.parseLong(said));
            }
        }
        return OptionalLong.empty();
    }

    /** Tries health checks until one succeeds, where nobody looks after the service yet. */
    private SequencedMap<String, Boolean> tried(Service service, ObservedContainer container, ContainerLook look) {
        SequencedMap<String, Boolean> tried = new LinkedHashMap<>();
        if (!look.healthCheck().isEmpty()) {
            return tried;
        }
        for (String line : HealthTrials.of(service, service.container().image().flatMap(catalogue::byImage))) {
            boolean well = exec(container, HealthTrials.command(line))
                    .filter(result -> result.exitCode() == 0)
                    .isPresent();
            tried.put(line, well);
            if (well) {
                break;
            }
        }
        return tried;
    }

    private Optional<ExecResult> exec(ObservedContainer container, List<String> command) {
        try {
            return Optional.of(engine.exec().exec(container.id(), command, EXEC));
        } catch (EngineException e) {
            return Optional.empty();
        }
    }
}
