package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Edits;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writer of routes: gives a service a route through a proxy, in whichever dialect the proxy speaks. What it writes is read
 * again: the route has to be there, and every other route as before.
 */
public final class RouteWriter {

    private final ProxyProject project;
    private final ProxyRoutes present;

    public RouteWriter(Topology topology, ProxyFiles files) {
        this.project = new ProxyProject(topology, new ServiceNames(topology), files);
        this.present = ProxyRoutes.of(topology, files);
    }

    /** Returns what makes a route; no edits at all where it is there already. */
    public RouteChange write(WantedRoute wanted) {
        Optional<ProxyServer> proxy = present.server(wanted.proxy());
        Optional<Service> service = project.topology().service(wanted.service());
        if (proxy.isEmpty()) {
            return Obstacle.NO_PROXY.refuse("Service " + wanted.proxy()
                    + " runs no reverse proxy whose routes can be written: Traefik, Caddy or nginx-proxy.");
        }
        if (service.isEmpty()) {
            return Obstacle.NO_SERVICE.refuse("There is no service " + wanted.service() + ".");
        }
        Optional<RouteChange> known = taken(wanted).or(() -> unreachable(proxy.get(), service.get()));
        return known.orElseGet(() -> ProxyRoutes.DIALECTS.stream()
                .flatMap(dialect -> dialect.write(proxy.get(), project, wanted).stream())
                .findFirst()
                .map(change -> verified(change, wanted))
                .orElseGet(() -> Obstacle.FILE_UNREAD.refuse(
                        "Where " + wanted.proxy() + " is told its routes is not known; none of its files was read.")));
    }

    private Optional<RouteChange> taken(WantedRoute wanted) {
        for (Route route : present.routes()) {
            List<String> path = wanted.path().stream().toList();
            if (route.proxy().equals(wanted.proxy())
                    && route.match().hosts().contains(wanted.host())
                    && route.match().paths().equals(path)
                    && route.entry().tls() == wanted.tls()
                    && wanted.entry().map(route.entry().ports()::contains).orElse(true)) {
                return Optional.of(
                        leadsTo(route, wanted)
                                ? RouteChange.of(List.of())
                                : Obstacle.HOST_TAKEN.refuse(
                                        "Host " + wanted.host() + wanted.path().orElse("") + " of " + wanted.proxy()
                                                + " leads to " + target(route) + " already; choose another name."));
            }
        }
        return Optional.empty();
    }

    private boolean leadsTo(Route route, WantedRoute wanted) {
        return route.container()
                .filter(target -> target.port().equals(Optional.of(wanted.port())))
                .filter(target -> project.names()
                        .owner(target.service())
                        .equals(project.names().owner(wanted.service())))
                .isPresent();
    }

    private static String target(Route route) {
        return switch (route.target()) {
            case RouteTarget.Container container ->
                container.service() + container.port().map(port -> ":" + port).orElse("");
            case RouteTarget.Address(String address) -> address;
            case RouteTarget.OfProxy(String name) -> name;
        };
    }

    private Optional<RouteChange> unreachable(ProxyServer proxy, Service service) {
        Service owner = project.owner(service);
        if (!(owner.networkMode() instanceof NetworkMode.Networks)) {
            return Optional.of(Obstacle.NO_NETWORK.refuse(
                    "Service " + service.key() + " joins no network, so no proxy reaches it; give it networks first."));
        }
        List<Network> networks = project.networks(owner);
        if (!proxy.onHost() && networks.stream().noneMatch(proxy::joins)) {
            return Optional.of(Obstacle.NO_SHARED_NETWORK.refuse(proxy.key() + " and " + owner.key()
                    + " are on no network together; let one join a network of the other."));
        }
        return Optional.empty();
    }

    private RouteChange verified(RouteChange change, WantedRoute wanted) {
        if (!(change instanceof Edits(List<ProjectEdit> edits))) {
            return change;
        }
        try {
            Topology after = applied(edits);
            List<String> routes =
                    lines(ProxyRoutes.of(after, project.files().with(edits)).routes());
            Optional<String> lost = lines(present.routes()).stream()
                    .filter(line -> !routes.remove(line))
                    .findFirst();
            if (lost.isPresent()) {
                return Obstacle.CHANGES_OTHERS.refuse(
                        "The route " + lost.get() + " would change with it; state its port and service first.");
            }
            boolean there = new RouteWriter(after, project.files().with(edits))
                    .taken(wanted)
                    .equals(Optional.of(RouteChange.of(List.of())));
            return there && routes.size() == 1
                    ? change
                    : Obstacle.SETTINGS_IN_THE_WAY.refuse("What " + wanted.service()
                            + " states already keeps a route for " + wanted.host() + " from working.");
        } catch (EditRejectedException rejected) {
            return Obstacle.SETTINGS_IN_THE_WAY.refuse(String.valueOf(rejected.getMessage()));
        }
    }

    private Topology applied(List<ProjectEdit> edits) throws EditRejectedException {
        Topology after = project.topology();
        for (ProjectEdit edit : edits) {
            if (edit instanceof TopologyEdit ofTopology) {
                after = ofTopology.apply(after);
            }
        }
        return after;
    }

    /** What a route does, without the places that edits move. */
    private static List<String> lines(List<Route> routes) {
        List<String> lines = new ArrayList<>();
        routes.forEach(route -> lines.add(route.proxy() + " "
                + String.join(", ", route.match().hosts())
                + String.join(" ", route.match().paths())
                + (route.match().hosts().isEmpty() ? route.match().rule() : "") + " -> " + target(route)));
        return lines;
    }
}
