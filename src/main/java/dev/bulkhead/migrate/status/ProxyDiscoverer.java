package dev.bulkhead.migrate.status;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.status.ProxyDiscovery.Lead;
import dev.bulkhead.migrate.status.ProxyDiscovery.Way;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Discoverer of a project's reverse proxies: their routes by the files, and what each answers at this moment. */
public final class ProxyDiscoverer {

    private final Topology topology;
    private final ProxyFiles files;
    private final Catalogue catalogue;
    private final ProxyRoutes known;

    /** Looks at a project with the files that its proxies are told routes by. */
    public ProxyDiscoverer(Topology topology, ProxyFiles files, Catalogue catalogue) {
        this.topology = topology;
        this.files = files;
        this.catalogue = catalogue;
        this.known = ProxyRoutes.of(topology, files);
    }

    /** Asks a route for its page. */
    public interface Asking {

        /** Returns what came; the sentence why nobody asked where it cannot be asked. */
        Answer ask(RouteRequest request);
    }

    /**
     * Answer of a route.
     *
     * @param result what came; empty where nobody asked
     * @param why why nobody asked, as part of a sentence
     */
    public record Answer(Optional<CheckResult> result, String why) {

        /** Returns what came. */
        public static Answer of(CheckResult result) {
            return new Answer(Optional.of(result), "");
        }

        /** Returns why nobody asked. */
        public static Answer none(String why) {
            return new Answer(Optional.empty(), why);
        }
    }

    /** Returns what the proxies do; every route that has a name is asked, one after the other. */
    public ProxyDiscovery discover(Asking asking) {
        List<ProxyDiscovery.Proxy> proxies = new ArrayList<>();
        for (ProxyServer server : known.servers()) {
            List<Lead> leads = known.routes().stream()
                    .filter(route -> route.proxy().equals(server.key()))
                    .map(route -> lead(server, route, asking))
                    .toList();
            proxies.add(new ProxyDiscovery.Proxy(server.key(), name(server.software()), leads, unseen(server)));
        }
        for (Service service : topology.services().values()) {
            if (known.server(service.key()).isEmpty()) {
                hidden(service).ifPresent(proxies::add);
            }
        }
        return new ProxyDiscovery(proxies);
    }

    private Lead lead(ProxyServer server, Route route, Asking asking) {
        Optional<RouteRequest> request = request(route);
        String takes = request.map(RouteRequest::url).orElseGet(() -> taken(route));
        String target = target(route.target());
        boolean apart = route.container()
                .filter(container -> !container.network().networks().isEmpty())
                .filter(container -> !server.meets(container.network()))
                .isPresent();
        Answer answer =
                request.map(asking::ask).orElseGet(() -> Answer.none("it names no host that could be asked for"));
        String why = apart
                ? server.key() + " is on no network of " + target
                : route.certain() ? answer.why() : "whether the proxy has it is not known; " + answer.why();
        return answer.result()
                .map(result -> switch (result.status()) {
                    case PASSED -> new Lead(takes, target, Way.ANSWERS, result.saw());
                    case FAILED, WARNING ->
                        apart
                                ? new Lead(takes, target, Way.NOWHERE, why)
                                : new Lead(takes, target, Way.SILENT, plain(result.saw()));
                    case UNKNOWN ->
                        new Lead(takes, target, apart ? Way.NOWHERE : Way.UNASKED, apart ? why : plain(result.saw()));
                })
                .orElseGet(() -> new Lead(takes, target, apart ? Way.NOWHERE : Way.UNASKED, why));
    }

    private static String plain(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static Optional<RouteRequest> request(Route route) {
        return route.entry().protocol() == RouteEntry.Protocol.HTTP
                        && !route.match().hosts().isEmpty()
                ? Optional.of(RouteRequest.of(
                        route,
                        route.container().map(RouteTarget.Container::service).orElse(route.proxy())))
                : Optional.empty();
    }

    private static String taken(Route route) {
        String rule = route.match().rule();
        return rule.isEmpty()
                ? "every " + route.entry().protocol().name() + " request"
                : route.entry().protocol().name().toLowerCase(Locale.ROOT) + " " + rule;
    }

    private static String target(RouteTarget target) {
        return switch (target) {
            case RouteTarget.Container c ->
                c.service() + c.port().map(port -> ":" + port).orElse("");
            case RouteTarget.Address(String address) -> address;
            case RouteTarget.OfProxy(String name) -> name;
        };
    }

    /** Returns the names of software as people know them. */
    private static String name(ProxyServer.Software software) {
        return switch (software) {
            case ProxyServer.Software.Traefik _ -> "Traefik";
            case ProxyServer.Software.Caddy _ -> "Caddy";
            case ProxyServer.Software.CaddyDockerProxy _ -> "Caddy by labels";
            case ProxyServer.Software.NginxProxy _ -> "nginx-proxy";
            case ProxyServer.Software.Nginx(boolean managed) -> managed ? "Nginx Proxy Manager" : "nginx";
        };
    }

    private List<String> unseen(ProxyServer server) {
        List<String> unseen = new ArrayList<>();
        if (!server.settingsKnown()) {
            unseen.add("Nothing that can be read tells " + server.key()
                    + " which containers to look at, so routes by labels are not certain.");
        }
        files.unread().stream()
                .filter(unread -> unread.service().equals(server.key()))
                .map(ProxyFiles.Unread::sentence)
                .forEach(unseen::add);
        return unseen;
    }

    /** A proxy or tunnel by its image of which no dialect knows the routes. */
    private Optional<ProxyDiscovery.Proxy> hidden(Service service) {
        return service.container()
                .image()
                .flatMap(catalogue::byImage)
                .filter(entry -> entry.role() == Role.REVERSE_PROXY || entry.role() == Role.TUNNEL)
                .map(entry -> new ProxyDiscovery.Proxy(
                        service.key(), entry.name(), List.of(), List.of(whyHidden(service.key(), entry))));
    }

    private static String whyHidden(String service, CatalogueEntry entry) {
        return entry.role() == Role.TUNNEL
                ? "What " + service + " lets in is settled with whoever runs the tunnel, outside the project's files."
                : "Where " + service
                        + " keeps its routes (a database, or a file of another form) is not read; look at them in its own"
                        + " page or file.";
    }
}
