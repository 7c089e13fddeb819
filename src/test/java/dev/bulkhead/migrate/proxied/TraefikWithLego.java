package dev.bulkhead.migrate.proxied;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.testing.PrivateEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stand-in for Traefik that orders certificates by ACME and DNS: its client is the real one, lego, which is part of Traefik, and
 * what it fetches is shown by the real Caddy in its container. Written against Traefik's and lego's documentation and nothing of
 * Bulkhead's: it knows flags of a resolver, labels of routers, the provider's variable with {@code _FILE}, and the redirect of a
 * dynamic file, and no more. The interface of the provider, which is on the internet, is a script that wants the operator's
 * token and makes the record at Pebble's name server.
 */
final class TraefikWithLego implements AutoCloseable {

    private static final Pattern ROUTER = Pattern.compile("traefik\\.http\\.routers\\.([^.]+)\\.rule");
    private static final Pattern HOST = Pattern.compile("Host\\(`([^`]+)`\\)");

    /** Variables of providers (lego documentation, DNS Providers). */
    private static final Map<String, String> VARIABLES = Map.of("hetzner", "HETZNER_API_KEY");

    private static final String PROVIDER = """
            #!/bin/sh
            [ "$(cat "$VARIABLE_FILE")" = "TOKEN" ] || { echo "401: the token is not right" >&2; exit 1; }
            case $1 in
            present) call=set-txt data="{\\"host\\":\\"$2\\",\\"value\\":\\"$3\\"}" ;;
            *) call=clear-txt data="{\\"host\\":\\"$2\\"}" ;;
            esac
            wget -q -O - --post-data "$data" "http://challenges:8055/$call"
            """;

    private static final String ORDER = """
            printf '%s' "$1" >/tmp/provider && chmod +x /tmp/provider && shift
            EXEC_PATH=/tmp/provider lego --accept-tos --dns exec --dns.disable-cp --server "$1" --email "$2" --path "$3" --domains "$4" run
            """;

    private static final String TELL = "printf '%s' \"$1\" >/tmp/Caddyfile"
            + " && caddy reload --force --config /tmp/Caddyfile --adapter caddyfile";

    private final PrivateEngine engine;
    private final DockerGateway gateway;
    private final String token;
    /** Host names to the folder of their certificate, which Traefik keeps in one file. */
    private final Map<String, String> ordered = new HashMap<>();

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;
    private String told = "";

    /**
     * Begins to read.
     *
     * @param token what the provider of DNS lets in
     */
    TraefikWithLego(PrivateEngine engine, DockerGateway gateway, String token) {
        this.engine = engine;
        this.gateway = gateway;
        this.token = token;
        looking = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /** Returns what lego said so far. */
    String said() {
        return String.join("", said);
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
            String file = file(state, traefik.get(), flags);
            String now = traefik.get().id() + traefik.get().status().since() + file;
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

    private ExecResult exec(ObservedContainer container, String script, String... arguments) throws EngineException {
        List<String> words = new java.util.ArrayList<>(List.of("sh", "-c", script, "sh"));
        words.addAll(List.of(arguments));
        return gateway.exec(container.id(), words, Duration.ofMinutes(1));
    }

    private static Optional<String> flag(List<String> flags, String name) {
        return flags.stream()
                .filter(flag -> flag.startsWith("--" + name + "="))
                .map(flag -> flag.substring(name.length() + 3))
                .findFirst();
    }

    private String file(ObservedState state, ObservedContainer traefik, List<String> flags) throws EngineException {
        StringBuilder sites = new StringBuilder("{\n\tauto_https off\n}\n:8080 {\n\trespond /ping OK\n}\n");
        for (ObservedContainer container : state.containers()) {
            for (Map.Entry<String, String> label : container.labels().entrySet()) {
                Matcher router = ROUTER.matcher(label.getKey());
                Matcher host = HOST.matcher(label.getValue());
                if (runs(container) && router.matches() && host.find()) {
                    sites.append(site(container, traefik, flags, router.group(1), host.group(1)));
                }
            }
        }
        Optional<String> folder = flag(flags, "providers.file.directory");
        boolean redirects = folder.isPresent()
                && exec(traefik, "cat \"$1\"/*.yml", folder.get()).output().contains("redirectScheme");
        return sites
                + (redirects
                        ? "http://:80 {\n\tredir https://{host}{uri} 301\n}\n"
                        : "http://:80 {\n\trespond \"404 page not found\" 404\n}\n");
    }

    private String site(
            ObservedContainer container, ObservedContainer traefik, List<String> flags, String router, String host)
            throws EngineException {
        Map<String, String> labels = container.labels();
        String start = "traefik.http.routers." + router + ".";
        String service = labels.getOrDefault(start + "service", router);
        String to = container.endpoints().stream()
                        .filter(endpoint -> traefik.endpoint(endpoint.network()).isPresent())
                        .flatMap(endpoint -> endpoint.ipv4().stream())
                        .map(address -> address.replaceFirst("/.*$", ""))
                        .findFirst()
                        .orElse("127.0.0.1")
                + ":" + labels.get("traefik.http.services." + service + ".loadbalancer.server.port");
        if (!"true".equals(labels.get(start + "tls"))) {
            return "http://" + host + ":80 {\n\treverse_proxy " + to + "\n}\n";
        }
        Optional<String> folder =
                certificate(traefik, flags, labels.getOrDefault(start + "tls.certresolver", ""), host);
        return folder.map(place -> "https://" + host + ":443 {\n\ttls " + place + "/certificates/" + host + ".crt "
                        + place + "/certificates/" + host + ".key\n\treverse_proxy " + to + "\n}\n")
                .orElse("");
    }

    /** Orders a certificate once, as the flags of the resolver say; empty where there is none to be had. */
    private Optional<String> certificate(ObservedContainer traefik, List<String> flags, String resolver, String host)
            throws EngineException {
        String start = "certificatesresolvers." + resolver + ".acme.";
        Optional<String> server = flag(flags, start + "caserver");
        Optional<String> storage = flag(flags, start + "storage");
        Optional<String> variable = flag(flags, start + "dnschallenge.provider").map(VARIABLES::get);
        if (server.isEmpty() || storage.isEmpty() || variable.isEmpty()) {
            return Optional.empty();
        }
        if (!ordered.containsKey(host)) {
            String folder = storage.get().replaceFirst("[.]json$", "");
            String provider = PROVIDER.replace("VARIABLE", variable.get()).replace("TOKEN", token);
            ExecResult result = exec(
                    traefik,
                    ORDER,
                    provider,
                    server.get(),
                    flag(flags, start + "email").orElse(""),
                    folder,
                    host);
            said.add(result.output());
            if (result.exitCode() != 0) {
                return Optional.empty();
            }
            ordered.put(host, folder);
        }
        return Optional.ofNullable(ordered.get(host));
    }

    @Override
    public void close() {
        looking.cancel(true);
        clock.shutdownNow();
    }
}
