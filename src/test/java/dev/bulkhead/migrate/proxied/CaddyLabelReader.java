package dev.bulkhead.migrate.proxied;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stand-in for the plugin that makes a Caddyfile of labels: reads the labels of running containers, as the plugin's README
 * says, and has the real Caddy beside it take up what they mean. Written against that README and nothing of Bulkhead's; it
 * knows sites with {@code reverse_proxy} and no more.
 */
final class CaddyLabelReader implements AutoCloseable {

    private static final Pattern SITE = Pattern.compile("caddy(_\\d+)?");
    private static final Pattern UPSTREAMS = Pattern.compile("\\{\\{upstreams (\\d+)}}");
    private static final String TELL =
            "printf '%s' \"$1\" >/tmp/Caddyfile && caddy reload --config /tmp/Caddyfile --adapter caddyfile";

    private final DockerGateway gateway;
    private final List<String> ingress;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;
    private String told = "";

    /**
     * Begins to read.
     *
     * @param ingress the networks over which containers are reached; empty for those of Caddy itself
     */
    CaddyLabelReader(DockerGateway gateway, List<String> ingress) {
        this.gateway = gateway;
        this.ingress = List.copyOf(ingress);
        looking = clock.scheduleWithFixedDelay(this::look, 0, 200, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            ObservedState state = gateway.observe();
            Optional<ObservedContainer> caddy = state.containers().stream()
                    .filter(c -> c.name().equals("caddy") && runs(c))
                    .findFirst();
            if (caddy.isEmpty()) {
                return;
            }
            StringBuilder file = new StringBuilder("{\n\tauto_https off\n}\n");
            state.containers().stream().filter(CaddyLabelReader::runs).forEach(c -> sites(c, caddy.get(), file));
            String now = caddy.get().id() + caddy.get().status().since() + file;
            if (!now.equals(told)
                    && gateway.exec(
                                            caddy.get().id(),
                                            List.of("sh", "-c", TELL, "tell", file.toString()),
                                            Duration.ofSeconds(5))
                                    .exitCode()
                            == 0) {
                told = now;
            }
        } catch (EngineException e) {
            // a container went away meanwhile; the next look sees how things stand
        }
    }

    private static boolean runs(ObservedContainer container) {
        return container.status().state() == ObservedContainer.RunState.RUNNING;
    }

    private void sites(ObservedContainer container, ObservedContainer caddy, StringBuilder file) {
        Map<String, String> labels = container.labels();
        labels.forEach((label, address) -> {
            Matcher site = SITE.matcher(label);
            Matcher upstreams = UPSTREAMS.matcher(labels.getOrDefault(label + ".reverse_proxy", ""));
            if (site.matches() && upstreams.matches()) {
                address(container, caddy)
                        .ifPresent(to -> file.append(
                                address + " {\n\treverse_proxy " + to + ":" + upstreams.group(1) + "\n}\n"));
            }
        });
    }

    /** The network that the container's label names, else an ingress network, else one that Caddy is on. */
    private Optional<String> address(ObservedContainer container, ObservedContainer caddy) {
        String stated = container.labels().get("caddy_ingress_network");
        return container.endpoints().stream()
                .filter(endpoint -> stated != null
                        ? stated.equals(endpoint.network())
                        : ingress.isEmpty()
                                ? caddy.endpoint(endpoint.network()).isPresent()
                                : ingress.contains(endpoint.network()))
                .flatMap(endpoint -> address(endpoint).stream())
                .findFirst();
    }

    private static Optional<String> address(ObservedEndpoint endpoint) {
        return endpoint.ipv4().map(address -> address.replaceFirst("/.*$", ""));
    }

    @Override
    public void close() {
        looking.cancel(true);
        clock.shutdownNow();
    }
}
