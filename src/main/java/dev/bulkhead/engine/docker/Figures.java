package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.bulkhead.engine.ContainerFigures;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.PacedStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Measures containers again and again.
 *
 * <p>Each is asked for one sample, which the engine has at once; an open stream for each would need as many connections
 * as there are containers.
 */
final class Figures implements PacedStream.Look {

    private static final int AT_A_TIME = 8;

    private final Session session;
    private final List<String> containers;
    private final Consumer<ContainerFigures> listener;
    private final Map<String, JsonNode> before = new HashMap<>();

    Figures(Session session, List<String> containers, Consumer<ContainerFigures> listener) {
        this.session = session;
        this.containers = List.copyOf(containers);
        this.listener = listener;
    }

    @Override
    public boolean look() throws EngineException, InterruptedException {
        Map<String, Future<Optional<JsonNode>>> asked = new LinkedHashMap<>();
        boolean some = false;
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            containers.forEach(container -> asked.put(container, workers.submit(() -> sample(container))));
            for (Map.Entry<String, Future<Optional<JsonNode>>> one : asked.entrySet()) {
                Optional<JsonNode> sample = one.getValue().get();
                sample.ifPresent(now -> tell(one.getKey(), now));
                some |= sample.isPresent();
            }
        } catch (ExecutionException e) {
            throw Faults.of(
                    "The containers cannot be measured", session.address(), new IllegalStateException(e.getCause()));
        }
        return some;
    }

    /** Returns a sample of a container, unless it is gone or rests. */
    private Optional<JsonNode> sample(String container) {
        try {
            JsonNode told = session.raw()
                    .get("/containers/" + RawCalls.part(container) + "/stats?stream=false&one-shot=true");
            return Optional.of(told).filter(t -> t.path("cpu_stats").has("system_cpu_usage"));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private void tell(String container, JsonNode now) {
        JsonNode earlier = before.put(container, now);
        if (earlier != null) {
            listener.accept(new ContainerFigures(
                    container, processors(earlier, now), memory(now), bytes(now, "rx_bytes"), bytes(now, "tx_bytes")));
        }
    }

    /** As docker stats reckons (docker/cli, cli/command/container/stats_helpers.go). */
    private static double processors(JsonNode earlier, JsonNode now) {
        double used = now.path("cpu_stats").path("cpu_usage").path("total_usage").asLong()
                - earlier.path("cpu_stats").path("cpu_usage").path("total_usage").asLong();
        double all = now.path("cpu_stats").path("system_cpu_usage").asLong()
                - earlier.path("cpu_stats").path("system_cpu_usage").asLong();
        return used <= 0 || all <= 0
                ? 0
                : used / all * Math.max(1, now.path("cpu_stats").path("online_cpus").asInt());
    }

    /** Control groups 1 and 2 name what the kernel keeps of files differently. */
    private static long memory(JsonNode now) {
        JsonNode memory = now.path("memory_stats");
        JsonNode kept = memory.path("stats").path("total_inactive_file");
        long cached = kept.isNumber()
                ? kept.asLong()
                : memory.path("stats").path("inactive_file").asLong();
        return Math.max(0, memory.path("usage").asLong() - cached);
    }

    private static long bytes(JsonNode now, String direction) {
        long sum = 0;
        for (JsonNode network : now.path("networks")) {
            sum += network.path(direction).asLong();
        }
        return sum;
    }
}
