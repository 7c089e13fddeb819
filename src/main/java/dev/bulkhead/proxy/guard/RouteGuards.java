package dev.bulkhead.proxy.guard;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Guards of a project's routes: which route has one, and the edits that put one in front, in the proxy's own dialect. */
public final class RouteGuards {

    private final Topology topology;
    private final ProxyFiles files;
    private final ProxyRoutes routes;

    /** Looks at a project. */
    public RouteGuards(Topology topology, ProxyFiles files) {
        this.topology = topology;
        this.files = files;
        this.routes = ProxyRoutes.of(topology, files);
    }

    /**
     * A guard that stands before a route.
     *
     * @param words what the proxy's settings call it, for instance {@code basic_auth}
     * @param asks whom it asks, as {@code host:port/path}; empty where it asks nobody or that is not known
     */
    public record Present(String words, Optional<String> asks) {

        /** Returns whether it asks this one. */
        public boolean is(ForwardAuth auth) {
            return asks.filter((auth.at() + auth.path())::equals).isPresent();
        }
    }

    /** Returns what asks who comes before a route hands on; empty where nothing is known to. */
    public Optional<Present> before(Route route) {
        if (software(route) == Dialect.TRAEFIK) {
            return middlewares(route).asks();
        }
        return switch (route.place()) {
            case RoutePlace.Label(String key, String label) ->
                topology.service(key)
                        .filter(service -> software(route) == Dialect.CADDY)
                        .flatMap(service -> CaddyLabelGuards.before(label, service));
            case RoutePlace.InFile(var at) ->
                file(route)
                        .flatMap(file -> software(route) == Dialect.NGINX
                                ? NginxGuards.before(file, at.line())
                                : CaddyfileGuards.before(file, at.line()));
            case RoutePlace.Variable _ -> Optional.empty();
        };
    }

    /**
     * Returns the names of what stands before a route and of which it is not known what it does: defined in a file that was not
     * read, by another provider, or in code of others. It may ask who comes.
     */
    public List<String> unknown(Route route) {
        return software(route) == Dialect.TRAEFIK ? middlewares(route).unknown() : List.of();
    }

    /** What the router names, and what its entry points put before all routers. */
    private TraefikMiddlewares.Known middlewares(Route route) {
        TraefikMiddlewares all = new TraefikMiddlewares(topology, files.of(route.proxy()));
        TraefikMiddlewares.Known own = switch (route.place()) {
            case RoutePlace.Label(String key, String label) ->
                all.of(
                        topology.service(key)
                                .map(service -> TraefikGuards.named(label, service, topology))
                                .orElse(List.of()),
                        TraefikMiddlewares.OF_DOCKER);
            case RoutePlace.InFile(var at) ->
                all.of(
                        file(route)
                                .map(file -> TraefikFileGuards.named(file, at.line()))
                                .orElse(List.of()),
                        TraefikMiddlewares.OF_FILE);
            case RoutePlace.Variable _ -> all.of(List.of(), TraefikMiddlewares.OF_FILE);
        };
        TraefikMiddlewares.Known entry = all.of(
                routes.server(route.proxy())
                        .map(server -> entryPoints(server, route))
                        .orElse(List.of()),
                TraefikMiddlewares.OF_FILE);
        List<String> unknown = new ArrayList<>(own.unknown());
        unknown.addAll(entry.unknown());
        return new TraefikMiddlewares.Known(own.asks().or(entry::asks), unknown);
    }

    private static List<String> entryPoints(ProxyServer server, Route route) {
        return server.software() instanceof ProxyServer.Software.Traefik(var settings)
                ? route.entry().entryPoints().stream()
                        .flatMap(point -> TraefikMiddlewares.names(settings.values()
                                        .getOrDefault(
                                                "entrypoints." + point.toLowerCase(Locale.ROOT) + ".http.middlewares",
                                                ""))
                                .stream())
                        .toList()
                : List.of();
    }

    /** Returns why a proxy's routes can have no guard, as a sentence; empty where they can. */
    public static Optional<String> obstacle(ProxyServer proxy) {
        return switch (proxy.software()) {
            case ProxyServer.Software.Traefik _,
                    ProxyServer.Software.Caddy _,
                    ProxyServer.Software.CaddyDockerProxy _ -> Optional.empty();
            case ProxyServer.Software.NginxProxy _, ProxyServer.Software.Nginx _ ->
                Optional.of("nginx (" + proxy.key()
                        + ") is told to ask a portal in files of nginx's own language, which Bulkhead does not write; see"
                        + " Authelia's page on nginx.");
        };
    }

    /** Returns the labels of the portal's own service that make the guard known to a Traefik which reads labels. */
    public static Map<String, String> definition(ProxyServer proxy, ForwardAuth auth) {
        return proxy.software() instanceof ProxyServer.Software.Traefik(var settings) && !settings.withoutDocker()
                ? TraefikGuards.definition(auth)
                : Map.of();
    }

    /**
     * Returns the edits that put a guard before routes; none where it stands there already. Routes of one file are to be
     * guarded together, since each changes the text for the next.
     */
    public RouteChange guard(List<Route> wanted, ForwardAuth auth) {
        List<ProjectEdit> edits = new ArrayList<>();
        Map<String, Filed> filed = new TreeMap<>();
        for (Route route : wanted) {
            if (before(route).filter(present -> present.is(auth)).isPresent()) {
                continue;
            }
            switch (route.place()) {
                case RoutePlace.Label(String key, String label) -> {
                    Optional<Service> service = topology.service(key);
                    if (service.isEmpty() || software(route) == Dialect.OTHER || software(route) == Dialect.NGINX) {
                        return unguarded(route);
                    }
                    RouteChange change = software(route) == Dialect.TRAEFIK
                            ? RouteChange.of(TraefikGuards.labels(label, service.get(), topology, auth))
                            : CaddyLabelGuards.labels(label, service.get(), auth);
                    switch (change) {
                        case RouteChange.Edits(List<ProjectEdit> more) -> edits.addAll(more);
                        case RouteChange.Refused refused -> {
                            return refused;
                        }
                    }
                }
                case RoutePlace.InFile(var at) -> {
                    Optional<ProxyFile> file = file(route);
                    if (file.isEmpty() || software(route) == Dialect.NGINX) {
                        return unguarded(route);
                    }
                    filed.computeIfAbsent(file.get().name(), name -> new Filed(file.get(), software(route)))
                            .lines()
                            .add(at.line());
                }
                case RoutePlace.Variable _ -> {
                    return unguarded(route);
                }
            }
        }
        for (Filed one : filed.values()) {
            RouteChange change = one.dialect() == Dialect.TRAEFIK
                    ? TraefikFileGuards.guard(one.file(), one.lines(), auth, definedInFile(one.file()))
                    : CaddyfileGuards.guard(one.file(), one.lines(), all(one.file()), auth);
            switch (change) {
                case RouteChange.Edits(List<ProjectEdit> more) -> edits.addAll(more);
                case RouteChange.Refused refused -> {
                    return refused;
                }
            }
        }
        return verified(edits, wanted, auth);
    }

    private enum Dialect {
        TRAEFIK,
        CADDY,
        NGINX,
        OTHER
    }

    private record Filed(ProxyFile file, Dialect dialect, List<Integer> lines) {
        Filed(ProxyFile file, Dialect dialect) {
            this(file, dialect, new ArrayList<>());
        }
    }

    private Dialect software(Route route) {
        return routes.server(route.proxy())
                .map(server -> switch (server.software()) {
                    case ProxyServer.Software.Traefik _ -> Dialect.TRAEFIK;
                    case ProxyServer.Software.Caddy _, ProxyServer.Software.CaddyDockerProxy _ -> Dialect.CADDY;
                    case ProxyServer.Software.Nginx _ -> Dialect.NGINX;
                    case ProxyServer.Software.NginxProxy _ -> Dialect.OTHER;
                })
                .orElse(Dialect.OTHER);
    }

    private Optional<ProxyFile> file(Route route) {
        return route.place() instanceof RoutePlace.InFile(var at)
                ? files.of(route.proxy()).stream()
                        .filter(file -> file.name().equals(at.file()))
                        .findFirst()
                : Optional.empty();
    }

    /** A Traefik that looks at no containers knows only what its files define. */
    private boolean definedInFile(ProxyFile file) {
        return routes.servers().stream()
                .filter(server -> files.of(server.key()).contains(file))
                .anyMatch(server -> server.software() instanceof ProxyServer.Software.Traefik(var settings)
                        && settings.withoutDocker());
    }

    /** Returns the lines of all routes that a file states. */
    private List<Integer> all(ProxyFile file) {
        return routes.routes().stream()
                .filter(route -> file(route).filter(file::equals).isPresent())
                .map(route -> ((RoutePlace.InFile) route.place()).at().line())
                .toList();
    }

    private static RouteChange unguarded(Route route) {
        return Obstacle.FILE_UNREAD.refuse("The route " + route.match().rule() + " of " + route.proxy()
                + " stands where no guard can be written in front of it.");
    }

    /** What was written is read again: every route is still there, and the guard stands before those that were meant. */
    private RouteChange verified(List<ProjectEdit> edits, List<Route> wanted, ForwardAuth auth) {
        Topology after = topology;
        try {
            for (ProjectEdit edit : edits) {
                if (edit instanceof TopologyEdit ofTopology) {
                    after = ofTopology.apply(after);
                }
            }
        } catch (dev.bulkhead.topology.edit.EditRejectedException rejected) {
            return Obstacle.SETTINGS_IN_THE_WAY.refuse(String.valueOf(rejected.getMessage()));
        }
        RouteGuards again = new RouteGuards(after, files.with(edits));
        List<Route> now = again.routes.routes();
        for (Route route : wanted) {
            Optional<Route> same = now.stream()
                    .filter(other -> other.proxy().equals(route.proxy())
                            && other.match().equals(route.match())
                            && other.target().equals(route.target())
                            // labels stay where they are, lines of files move
                            && (other.place().equals(route.place())
                                    || other.entry().equals(route.entry())))
                    .findFirst();
            if (same.flatMap(again::before).filter(present -> present.is(auth)).isEmpty()) {
                return Obstacle.SETTINGS_IN_THE_WAY.refuse(
                        "What stands at the route " + route.match().rule() + " of " + route.proxy()
                                + " leaves no room for a guard in front of it; write it by hand.");
            }
        }
        return now.size() == routes.routes().size()
                ? RouteChange.of(edits)
                : Obstacle.CHANGES_OTHERS.refuse("Other routes would change with the guard; write it by hand.");
    }
}
