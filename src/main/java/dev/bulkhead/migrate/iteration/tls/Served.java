package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a project's proxy serves by HTTPS, and how it takes up another certificate.
 *
 * @param proxy key of its service
 * @param requests one for each host name and port, sorted
 * @param takeUp what it takes
 */
public record Served(String proxy, List<RouteRequest> requests, TakeUp takeUp) {

    public Served {
        requests = List.copyOf(requests);
    }

    /** Way in which a proxy takes up a certificate that was saved under the same name. */
    public sealed interface TakeUp {

        /** A command is run inside its container; Caddy reads certificates again where its configuration is forced on it. */
        record Command(List<String> command) implements TakeUp {
            public Command {
                command = List.copyOf(command);
            }
        }

        /** The dynamic file that names the certificate is saved once more, which Traefik notices. */
        record SaveAgain(String file) implements TakeUp {}

        /** Its container is restarted. */
        record Restart() implements TakeUp {}
    }

    /** Returns what is served; empty where nothing is. */
    public static Optional<Served> of(Evidence evidence, ProxyFiles files) {
        return evidence.proxies().entrance().flatMap(proxy -> {
            TreeMap<String, RouteRequest> requests = new TreeMap<>();
            for (Route route : evidence.proxies().routes()) {
                if (route.proxy().equals(proxy.key())
                        && route.entry().tls()
                        && route.entry().protocol() == RouteEntry.Protocol.HTTP) {
                    route.match().hosts().stream()
                            .filter(host -> !host.isBlank())
                            .forEach(host -> {
                                RouteRequest request = request(proxy, route, host);
                                requests.putIfAbsent(request.host() + " " + request.port(), request);
                            });
                }
            }
            return requests.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Served(
                            proxy.key(), List.copyOf(requests.values()), takeUp(proxy, files.of(proxy.key()))));
        });
    }

    private static RouteRequest request(ProxyServer proxy, Route route, String host) {
        return new RouteRequest(
                proxy.key(),
                route.entry().ports().stream().findFirst().orElse(TlsScene.HTTPS),
                true,
                host,
                route.match().paths().stream().findFirst().orElse("/"),
                route.container().map(target -> target.service()).orElse(proxy.key()));
    }

    private static TakeUp takeUp(ProxyServer proxy, List<ProxyFile> files) {
        return switch (proxy.software()) {
            case ProxyServer.Software.Traefik _ ->
                files.stream()
                        .filter(file -> file.text().contains("certFile"))
                        .findFirst()
                        .<TakeUp>map(file -> new TakeUp.SaveAgain(file.name()))
                        .orElseGet(TakeUp.Restart::new);
            case ProxyServer.Software.Caddy _ ->
                files.stream()
                        .filter(file -> !file.name().endsWith(".yml"))
                        .findFirst()
                        .<TakeUp>map(file -> new TakeUp.Command(List.of(
                                "caddy", "reload", "--force", "--config", file.path(), "--adapter", "caddyfile")))
                        .orElseGet(TakeUp.Restart::new);
            case ProxyServer.Software.Nginx _ -> new TakeUp.Command(List.of("nginx", "-s", "reload"));
            case ProxyServer.Software.CaddyDockerProxy _, ProxyServer.Software.NginxProxy _ -> new TakeUp.Restart();
        };
    }

    /** Returns the host names. */
    public List<String> hosts() {
        return requests.stream().map(RouteRequest::host).distinct().toList();
    }
}
