package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.catalogue.Machines;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.guard.RouteGuards;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Entrances of a project, what is known of each, and what is in the way of guarding it. */
final class Entrances {

    private final ProposalInput input;
    private final ProxyRoutes proxies;
    private final RouteGuards guards;
    private final List<Entrance> all;

    Entrances(ProposalInput input) {
        this.input = input;
        IterationInput project = input.project();
        this.proxies = input.evidence().proxies();
        this.guards = new RouteGuards(project.topology(), project.proxyFiles());
        this.all = Entrance.of(routes(), proxies).stream()
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
    }

    /** Returns whether an earlier run stood the portal up: its users are the operator's by now. */
    boolean portalStands() {
        return input.project().settings().mounts().stream()
                .anyMatch(mount -> mount.service().equals(AutheliaServices.PORTAL)
                        && mount.name().equals(AutheliaFiles.FOLDER));
    }

    private List<Route> routes() {
        return proxies.routes().stream()
                .filter(route -> route.entry().protocol() == RouteEntry.Protocol.HTTP)
                .map(this::asServed)
                .filter(route -> route.container()
                        .filter(target -> target.service().equals(AutheliaServices.PORTAL))
                        .isEmpty())
                .toList();
    }

    /**
     * A route that stands at several entry points of Traefik, of which those in clear only send people to the encrypted one,
     * is served encrypted alone (Traefik documentation, EntryPoints, Redirection).
     */
    private Route asServed(Route route) {
        Optional<TraefikSettings> settings = proxies.server(route.proxy())
                .map(ProxyServer::software)
                .filter(ProxyServer.Software.Traefik.class::isInstance)
                .map(software -> ((ProxyServer.Software.Traefik) software).settings());
        if (route.entry().tls() || settings.isEmpty()) {
            return route;
        }
        List<TraefikSettings.EntryPoint> serving = settings.get().entryPoints().stream()
                .filter(point -> route.entry().entryPoints().stream().anyMatch(point.name()::equalsIgnoreCase))
                .filter(point -> !settings.get()
                        .values()
                        .containsKey("entrypoints." + point.name() + ".http.redirections.entrypoint.to"))
                .toList();
        return serving.isEmpty() || !serving.stream().allMatch(TraefikSettings.EntryPoint::tls)
                ? route
                : new Route(
                        route.proxy(),
                        route.match(),
                        new RouteEntry(
                                route.entry().protocol(),
                                serving.stream()
                                        .map(TraefikSettings.EntryPoint::name)
                                        .toList(),
                                serving.stream()
                                        .flatMap(point -> point.port().stream())
                                        .toList(),
                                true),
                        route.target(),
                        route.place(),
                        route.certain());
    }

    /** Returns the text of a file of the project; empty where it cannot be read. */
    Optional<String> text(String name) {
        return input.project().settings().text().flatMap(project -> project.text(name));
    }

    /** Returns all, the least harmful first. */
    List<Entrance> all() {
        return all;
    }

    /** Returns routes whose names are not known, so that no rule can be written for them. */
    List<Route> nameless() {
        return routes().stream().filter(route -> !Entrance.named(route)).toList();
    }

    /** Returns those that can be guarded, whatever stands before them today. */
    List<Entrance> guardable() {
        return all.stream().filter(entrance -> obstacle(entrance).isEmpty()).toList();
    }

    /** Returns the proxy that most of those which can be guarded are behind: people open the portal through it. */
    Optional<ProxyServer> proxy() {
        Map<String, Long> counted =
                guardable().stream().collect(Collectors.groupingBy(Entrance::proxy, Collectors.counting()));
        return counted.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .flatMap(most -> proxies.server(most.getKey()));
    }

    ProxyRoutes proxies() {
        return proxies;
    }

    RouteGuards guards() {
        return guards;
    }

    /** Returns why an entrance cannot be guarded, as a sentence; empty where it can. */
    Optional<String> obstacle(Entrance entrance) {
        Optional<ProxyServer> proxy = proxies.server(entrance.proxy());
        if (proxy.isEmpty()) {
            return Optional.of("Its proxy is none that Bulkhead knows.");
        }
        if (proxy.get().onHost()) {
            return Optional.of(entrance.proxy()
                    + " uses the host's network, where the names of containers mean nothing; give it networks first.");
        }
        return RouteGuards.obstacle(proxy.get())
                .or(() -> entrance.encrypted().isEmpty()
                        ? Optional.of("It is not encrypted, and Authelia guards https alone; apply iteration 3 first.")
                        : Optional.empty());
    }

    /** Returns what asks who comes today, unless that is the portal. */
    Optional<String> asked(Entrance entrance) {
        return entrance.routes().stream()
                .flatMap(route -> guards.before(route).stream())
                .filter(present -> !present.is(AutheliaServices.AUTH))
                .map(RouteGuards.Present::words)
                .findFirst();
    }

    /** Returns what stands before it of which it is not known whether it asks who comes. */
    List<String> unknown(Entrance entrance) {
        return entrance.routes().stream()
                .flatMap(route -> guards.unknown(route).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns what is known of the service behind: of those that share a network namespace, the one that has the port. */
    Optional<ServiceProfile> profile(Entrance entrance) {
        Evidence evidence = input.evidence();
        Optional<Integer> port = entrance.routes().stream()
                .flatMap(route -> route.container().stream())
                .flatMap(target -> target.port().stream())
                .findFirst();
        return evidence.namespaceSharers(evidence.namespaceOwner(entrance.service())).stream()
                .flatMap(guest -> evidence.profile(guest).stream())
                .filter(guest -> port.isPresent() && guest.mainPort().equals(port))
                .findFirst()
                .or(() -> evidence.profile(entrance.service()));
    }

    /** Returns the programs that come through an entrance as people do. */
    Optional<Machines> machines(Entrance entrance) {
        return ownPage(entrance)
                ? Optional.empty()
                : profile(entrance)
                        .flatMap(ServiceProfile::known)
                        .flatMap(entry -> entry.traffic().machines());
    }

    /** Returns whether it shows a page of the proxy itself. */
    static boolean ownPage(Entrance entrance) {
        return entrance.routes().stream().allMatch(route -> route.container().isEmpty());
    }

    private int rank(Entrance entrance) {
        List<List<String>> order = input.playbook().ports().order();
        List<Function<ServiceProfile, Optional<String>>> words = List.of(
                profile -> profile.known().map(entry -> entry.id()),
                profile -> profile.role().map(role -> role.text()));
        for (Function<ServiceProfile, Optional<String>> word : words) {
            Optional<String> name = profile(entrance).flatMap(word);
            for (int i = 0; i < order.size(); i++) {
                if (name.filter(order.get(i)::contains).isPresent()) {
                    return i;
                }
            }
        }
        return order.size();
    }

    Evidence evidence() {
        return input.evidence();
    }
}
