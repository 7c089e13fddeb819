package dev.bulkhead.migrate.proxied;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.testing.PrivateEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stand-in for Traefik that speaks TLS: reads flags, labels of running containers and dynamic files, as Traefik's documentation
 * says, and has the real Caddy in its container do what they mean. Written against that documentation and nothing of
 * Bulkhead's; it knows hosts, entry points, {@code tls}, a default certificate, versions, redirects, and middlewares that ask
 * another program who comes ({@code forwardAuth}) in labels, and no more. A router whose middleware is defined nowhere takes no
 * request, as with Traefik.
 */
public final class TraefikByCaddy implements AutoCloseable {

    private static final Pattern ROUTER = Pattern.compile("traefik\\.http\\.routers\\.([^.]+)\\.rule");
    private static final Pattern HOST = Pattern.compile("Host\\(`([^`]+)`\\)");
    private static final Pattern ADDRESS = Pattern.compile("--entrypoints\\.([a-z0-9]+)\\.address=:(\\d+)");
    private static final Pattern ADDRESS_OF_HTTP = Pattern.compile("http://([^/]+)(/.*)");
    private static final String TELL = "printf '%s' \"$1\" >/tmp/Caddyfile"
            + " && caddy reload --force --config /tmp/Caddyfile --adapter caddyfile";

    private final PrivateEngine engine;
    private final DockerGateway gateway;
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;
    private String told = "";

    /** Begins to read. */
    public TraefikByCaddy(PrivateEngine engine, DockerGateway gateway) {
        this.engine = engine;
        this.gateway = gateway;
        looking = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            ObservedState state = gateway.observe();
            Optional<ObservedContainer> traefik = state.containers().stream()
                    .filter(c -> c.name().equals("traefik") && runs(c))
                    .findFirst();
            if (traefik.isEmpty()) {
                return;
            }
            List<String> flags =
                    Arrays.asList(engine.docker("inspect", "-f", "{{range .Config.Cmd}}{{println .}}{{end}}", "traefik")
                            .split("\\s+"));
            String dynamic = dynamic(traefik.get(), flags);
            String file = file(state, flags, yaml.readTree(dynamic.isBlank() ? "{}" : dynamic));
            // a file that is saved again is read again, with the certificates that it names
            String now = traefik.get().id() + traefik.get().status().since() + file + saved(traefik.get(), flags);
            if (!now.equals(told) && exec(traefik.get(), TELL, file).exitCode() == 0) {
                told = now;
            }
        } catch (EngineException | IOException e) {
            // a container went away meanwhile; the next look sees how things stand
        }
    }

    private static boolean runs(ObservedContainer container) {
        return container.status().state() == ObservedContainer.RunState.RUNNING;
    }

    private ExecResult exec(ObservedContainer container, String script, String argument) throws EngineException {
        return gateway.exec(container.id(), List.of("sh", "-c", script, "sh", argument), Duration.ofSeconds(10));
    }

    private static Optional<String> flag(List<String> flags, String name) {
        return flags.stream()
                .filter(flag -> flag.startsWith("--" + name + "="))
                .map(flag -> flag.substring(name.length() + 3))
                .findFirst();
    }

    private String dynamic(ObservedContainer traefik, List<String> flags) throws EngineException {
        Optional<String> folder = flag(flags, "providers.file.directory");
        return folder.isEmpty()
                ? ""
                : exec(traefik, "cat \"$1\"/*.yml", folder.get()).output();
    }

    private String saved(ObservedContainer traefik, List<String> flags) throws EngineException {
        Optional<String> folder = flag(flags, "providers.file.directory");
        return folder.isEmpty()
                ? ""
                : exec(traefik, "stat -c %i.%Y \"$1\"/*.yml", folder.get()).output();
    }

    /** A router with {@code tls} takes encrypted requests alone; one without takes none of them. */
    private static String file(ObservedState state, List<String> flags, JsonNode dynamic) {
        Map<String, String> entries = new TreeMap<>();
        flags.forEach(flag -> {
            Matcher address = ADDRESS.matcher(flag);
            if (address.matches()) {
                entries.put(address.group(1), address.group(2));
            }
        });
        JsonNode certificate = dynamic.at("/tls/stores/default/defaultCertificate");
        String tls = certificate instanceof MissingNode
                ? "\ttls internal\n"
                : "\ttls " + certificate.get("certFile").asText() + " "
                        + certificate.get("keyFile").asText() + "\n";
        StringBuilder sites = new StringBuilder("{\n\tauto_https off\n}\n:8080 {\n\trespond /ping OK\n}\n");
        Doors doors =
                new Doors(entries, tls, flag(flags, "providers.docker.network").orElse(""));
        List<ObservedContainer> enabled = state.containers().stream()
                .filter(container ->
                        runs(container) && "true".equals(container.labels().get("traefik.enable")))
                .toList();
        Map<String, String> labels = new TreeMap<>();
        enabled.forEach(container -> labels.putAll(container.labels()));
        enabled.forEach(container -> container.labels().forEach((label, rule) -> {
            Matcher router = ROUTER.matcher(label);
            if (router.matches()) {
                asked(labels, container.labels().get("traefik.http.routers." + router.group(1) + ".middlewares"))
                        .ifPresent(asked -> sites.append(sites(container, router.group(1), rule, doors, asked)));
            }
        }));
        JsonNode redirect = dynamic.at("/http/routers/to-https");
        entries.forEach((name, port) -> {
            boolean redirects = redirect.path("entryPoints").toString().contains("\"" + name + "\"");
            if (redirects) {
                sites.append("http://:" + port + " {\n\tredir https://{host}{uri} 301\n}\n");
            } else if (port.equals("443")) {
                sites.append("https://:443 {\n" + tls + "\trespond \"404 page not found\" 404\n}\n");
            } else {
                sites.append("http://:" + port + " {\n\trespond \"404 page not found\" 404\n}\n");
            }
        });
        return sites.toString();
    }

    /**
     * What holds for all routers.
     *
     * @param entries name of an entry point to its port
     * @param tls what is said for a site that speaks TLS
     * @param network over which containers are reached that state none
     */
    private record Doors(Map<String, String> entries, String tls, String network) {}

    /**
     * Returns who is asked before a request goes on, for middlewares named by a router; empty where one of them is not known
     * here.
     */
    private static Optional<String> asked(Map<String, String> labels, @Nullable String middlewares) {
        StringBuilder asked = new StringBuilder();
        for (String name : middlewares == null ? new String[0] : middlewares.split(",")) {
            String start = "traefik.http.middlewares." + name.strip().replaceFirst("@docker$", "") + ".forwardauth.";
            Matcher address = ADDRESS_OF_HTTP.matcher(labels.getOrDefault(start + "address", ""));
            if (!address.matches()) {
                return Optional.empty();
            }
            asked.append("\tforward_auth " + address.group(1) + " {\n\t\turi " + address.group(2)
                    + "\n\t\tcopy_headers "
                    + labels.getOrDefault(start + "authResponseHeaders", "").replace(',', ' ') + "\n\t}\n");
        }
        return Optional.of(asked.toString());
    }

    private static String sites(ObservedContainer container, String router, String rule, Doors doors, String asked) {
        Map<String, String> labels = container.labels();
        String start = "traefik.http.routers." + router + ".";
        boolean secure = "true".equals(labels.get(start + "tls"));
        List<String> named = Arrays.asList(labels.getOrDefault(
                        start + "entrypoints", String.join(",", doors.entries().keySet()))
                .split(","));
        Optional<String> answer = answer(container, labels.getOrDefault(start + "service", router), doors.network());
        StringBuilder sites = new StringBuilder();
        HOST.matcher(rule)
                .results()
                .forEach(host -> named.forEach(entry -> {
                    String port = doors.entries().get(entry);
                    // one without tls would take plain requests on the port of HTTPS, which nobody sends there
                    boolean meant = secure || !"443".equals(port);
                    if (port != null && meant && answer.isPresent()) {
                        sites.append((secure ? "https://" : "http://") + host.group(1) + ":" + port + " {\n"
                                + (secure ? doors.tls() : "") + asked + "\t" + answer.get() + "\n}\n");
                    }
                }));
        return sites.toString();
    }

    private static Optional<String> answer(ObservedContainer container, String service, String network) {
        if (service.equals("api@internal")) {
            return Optional.of("respond dashboard");
        }
        Map<String, String> labels = container.labels();
        String stated = labels.get("traefik.http.services." + service + ".loadbalancer.server.port");
        String over = labels.getOrDefault("traefik.docker.network", network);
        // one that is not on that network is reached over any of its own
        return container
                .endpoint(over)
                .or(() -> container.endpoints().stream().findFirst())
                .flatMap(ObservedEndpoint::ipv4)
                .filter(address -> stated != null)
                .map(address -> "reverse_proxy " + address.replaceFirst("/.*$", "") + ":" + stated);
    }

    @Override
    public void close() {
        looking.cancel(true);
        clock.shutdownNow();
    }
}
