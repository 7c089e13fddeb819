package dev.bulkhead.migrate.proxied;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Stand-in for the plugin that makes a Caddyfile of labels: reads the labels of running containers, as the plugin's README
 * says, and has the real Caddy beside it take up what they mean. Written against that README and nothing of Bulkhead's; it
 * knows labels of sites and of global options with whatever stands below them, and of templates {@code upstreams} alone.
 */
final class CaddyLabelReader implements AutoCloseable {

    private static final Pattern SITE = Pattern.compile("caddy(_\\d+)?([.].*)?");
    private static final Pattern UPSTREAMS = Pattern.compile("\\{\\{upstreams (\\d+)}}");
    private static final Pattern NUMBER = Pattern.compile("_\\d+$");
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
        looking = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
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
            StringBuilder sites = new StringBuilder();
            StringBuilder options = new StringBuilder();
            state.containers().stream()
                    .filter(CaddyLabelReader::runs)
                    .forEach(c -> sites(c, caddy.get(), sites, options));
            String file = "{\n\tskip_install_trust\n" + options + "}\n" + sites;
            String now = caddy.get().id() + caddy.get().status().since() + file;
            if (!now.equals(told)
                    && gateway.exec(caddy.get().id(), List.of("sh", "-c", TELL, "tell", file), Duration.ofSeconds(5))
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

    /** Labels below {@code caddy} become directives, nested by their dots; a site is one that has an address. */
    private void sites(
            ObservedContainer container, ObservedContainer caddy, StringBuilder sites, StringBuilder options) {
        Node root = new Node();
        container.labels().forEach((label, value) -> {
            if (SITE.matcher(label).matches()) {
                Node at = root;
                for (String name : label.split("\\.", -1)) {
                    at = at.children.computeIfAbsent(name, n -> new Node());
                }
                at.value = UPSTREAMS
                        .matcher(value)
                        .replaceAll(port -> address(container, caddy)
                                .map(to -> to + ":" + port.group(1))
                                .orElse(""));
            }
        });
        root.children.values().forEach(site -> {
            StringBuilder block = new StringBuilder();
            site.children.forEach(
                    (name, child) -> child.write(NUMBER.matcher(name).replaceFirst(""), "\t", block));
            if (site.value.isEmpty()) {
                options.append(block);
            } else {
                sites.append(site.value).append(" {\n").append(block).append("}\n");
            }
        });
    }

    /** Directive as labels make it up. */
    private static final class Node {
        private final SortedMap<String, Node> children = new TreeMap<>();
        private String value = "";

        void write(String name, String indent, StringBuilder text) {
            text.append(indent).append(name).append(value.isEmpty() ? "" : " " + value);
            if (!children.isEmpty()) {
                text.append(" {\n");
                children.forEach((n, child) -> child.write(NUMBER.matcher(n).replaceFirst(""), indent + "\t", text));
                text.append(indent).append('}');
            }
            text.append('\n');
        }
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
