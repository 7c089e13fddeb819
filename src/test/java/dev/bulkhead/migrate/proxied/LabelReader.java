package dev.bulkhead.migrate.proxied;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Docker provider of the stand-in for Traefik: reads the labels of running containers, as Traefik does, and tells the
 * stand-in's container which name leads to which address; it looks again when the engine tells of a change. Written against Traefik's documentation and nothing of Bulkhead's.
 */
public final class LabelReader implements AutoCloseable {

    private static final Pattern RULE = Pattern.compile("traefik\\.http\\.routers\\.([^.]+)\\.rule");
    private static final Pattern HOST = Pattern.compile("Host\\(`([^`]+)`\\)");
    private static final String TELL = "printf '%s' \"$1\" >/tmp/routes.new && mv /tmp/routes.new /tmp/routes";

    private final DockerGateway gateway;
    private final String network;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final EngineObserver.Watch watch;
    private final ScheduledFuture<?> looking;

    /**
     * Begins to read.
     *
     * @param network the network that is used where no label names one
     */
    public LabelReader(DockerGateway gateway, String network) {
        this.gateway = gateway;
        this.network = network;
        watch = gateway.watch(event -> changed.set(true));
        looking = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        if (!changed.getAndSet(false)) {
            return;
        }
        try {
            ObservedState state = gateway.observe();
            StringBuilder routes = new StringBuilder();
            state.containers().stream()
                    .filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING)
                    .forEach(c -> routesOf(c).forEach((name, to) -> routes.append(name + " " + to + "\n")));
            for (ObservedContainer container : state.containers()) {
                if (container.name().equals("traefik")
                        && container.status().state() == ObservedContainer.RunState.RUNNING) {
                    gateway.exec(
                            container.id(),
                            List.of("sh", "-c", TELL, "tell", routes.toString()),
                            Duration.ofSeconds(5));
                }
            }
        } catch (EngineException e) {
            // a container went away meanwhile; the next look sees how things stand
            changed.set(true);
        }
    }

    private Map<String, String> routesOf(ObservedContainer container) {
        Map<String, String> labels = container.labels();
        Map<String, String> routes = new TreeMap<>();
        if (!"true".equals(labels.get("traefik.enable"))) {
            return routes;
        }
        labels.forEach((label, value) -> {
            Matcher rule = RULE.matcher(label);
            if (rule.matches()) {
                target(container, rule.group(1))
                        .ifPresent(to -> HOST.matcher(value).results().forEach(host -> routes.put(host.group(1), to)));
            }
        });
        return routes;
    }

    private Optional<String> target(ObservedContainer container, String router) {
        Map<String, String> labels = container.labels();
        String service = labels.getOrDefault("traefik.http.routers." + router + ".service", router);
        if (service.equals("api@internal")) {
            return Optional.of(service);
        }
        Optional<String> port =
                Optional.ofNullable(labels.get("traefik.http.services." + service + ".loadbalancer.server.port"));
        String over = labels.getOrDefault("traefik.docker.network", network);
        return container
                .endpoint(over)
                .flatMap(ObservedEndpoint::ipv4)
                .flatMap(address -> port.map(p -> address.replaceFirst("/.*$", "") + " " + p));
    }

    @Override
    public void close() {
        watch.close();
        looking.cancel(true);
        clock.shutdownNow();
    }
}
