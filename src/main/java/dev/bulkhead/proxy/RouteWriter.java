package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Edits;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        Optional<RouteChange> known = taken(present.routes(), wanted).or(() -> unreachable(proxy.get(), service.get()));
        return known.orElseGet(() -> ProxyRoutes.DIALECTS.stream()
                .flatMap(dialect -> dialect.write(proxy.get(), project, wanted).stream())
                .findFirst()
                .map(change -> verified(change, present.routes(), wanted))
                .orElseGet(() -> Obstacle.FILE_UNREAD.refuse(
                        "Where " + wanted.proxy() + " is told its routes is not known; none of its files was read.")));
    }

    /**
     * Returns what makes another route of one that is there, by the same proxy to the same service, where it is stated: what
     * it states beside host, path, port and way in stays. No edits at all where nothing differs.
     */
    public RouteChange change(Route before, WantedRoute wanted) {
        Optional<ProxyServer> proxy = present.server(before.proxy());
        if (proxy.isEmpty() || !before.proxy().equals(wanted.proxy())) {
            return Obstacle.NO_PROXY.refuse("A route stays with its proxy, " + before.proxy() + "; add one at "
                    + wanted.proxy() + " and take this one away.");
        }
        if (!isPlain(before)) {
            return Obstacle.SETTINGS_IN_THE_WAY.refuse(
                    "This route is not one host with one path and one service; change it where it stands.");
        }
        List<Route> others = new ArrayList<>(present.routes());
        others.remove(before);
        if (taken(List.of(before), wanted).equals(Optional.of(RouteChange.of(List.of())))) {
            return RouteChange.of(List.of());
        }
        return taken(others, wanted)
                .map(known ->
                        known instanceof Edits ? Obstacle.HOST_TAKEN.refuse("There is such a route already.") : known)
                .orElseGet(() -> ProxyRoutes.DIALECTS.stream()
                        .flatMap(dialect -> dialect.change(proxy.get(), project, before, wanted).stream())
                        .findFirst()
                        .map(change -> verified(change, others, wanted))
                        .orElseGet(() -> Obstacle.FILE_UNREAD.refuse(
                                "Where this route is stated is not known; none of the files of " + before.proxy()
                                        + " was read.")));
    }

    /**
     * Returns what takes a route away where labels or variables of a service state it, with what only that route needed;
     * every other route stays as it is. One that stands in a file of the proxy's own is taken away there.
     */
    public RouteChange remove(Route route) {
        List<Route> staying = new ArrayList<>(present.routes());
        staying.remove(route);
        if (route.place() instanceof RoutePlace.InFile(SourceMark at)) {
            return Obstacle.FILE_FORM.refuse("This route stands in a file of " + route.proxy()
                    + "'s own; take it away there, in " + at.fileAndLine() + ".");
        }
        return RouteRemoval.ways(project, route).stream()
                .filter(edits -> leaves(staying, edits))
                .findFirst()
                .map(RouteChange::of)
                .orElseGet(() -> Obstacle.CHANGES_OTHERS.refuse(
                        "What states this route decides other routes too, or a rule for all containers makes it;"
                                + " take it away where it stands."));
    }

    private boolean leaves(List<Route> staying, List<ProjectEdit> edits) {
        try {
            List<String> left = lines(
                    ProxyRoutes.of(applied(edits), project.files().with(edits)).routes());
            return left.stream()
                    .sorted()
                    .toList()
                    .equals(lines(staying).stream().sorted().toList());
        } catch (EditRejectedException rejected) {
            return false;
        }
    }

    /** Returns whether a route is one host with at most one path and leads to a service: what a form can say. */
    public static boolean isPlain(Route route) {
        return route.entry().protocol() == RouteEntry.Protocol.HTTP
                && route.match().hosts().size() == 1
                && route.match().paths().size() < 2
                && route.container().isPresent();
    }

    private Optional<RouteChange> taken(List<Route> routes, WantedRoute wanted) {
        for (Route route : routes) {
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

    /** Every route that stays has to be as before, and the wanted one has to be there. */
    private RouteChange verified(RouteChange change, List<Route> staying, WantedRoute wanted) {
        if (!(change instanceof Edits(List<ProjectEdit> edits))) {
            return change;
        }
        try {
            Topology after = applied(edits);
            List<String> routes =
                    lines(ProxyRoutes.of(after, project.files().with(edits)).routes());
            Optional<String> lost =
                    lines(staying).stream().filter(line -> !routes.remove(line)).findFirst();
            if (lost.isPresent()) {
                return Obstacle.CHANGES_OTHERS.refuse(
                        "The route " + lost.get() + " would change with it; state its port and service first.");
            }
            RouteWriter written = new RouteWriter(after, project.files().with(edits));
            boolean there =
                    written.taken(written.present.routes(), wanted).equals(Optional.of(RouteChange.of(List.of())));
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
            } else if (edit instanceof FieldEdit.RemoveField(FieldElement field)) {
                after = without(after, field);
            }
        }
        return after;
    }

    /** Labels and variables are all of a service that a dialect takes away. */
    private static Topology without(Topology topology, FieldElement field) {
        if (!(field.root() instanceof Element.ServiceElement(String key))
                || topology.service(key).isEmpty()) {
            return topology;
        }
        Service service = topology.service(key).get();
        Map<String, String> labels = new TreeMap<>(service.container().labels());
        Map<String, String> variables = new TreeMap<>(service.container().environment());
        (field.path().getFirst().equals("labels") ? labels : variables).remove(field.name());
        return topology.withService(
                service.withContainer(service.container().withLabels(labels).withEnvironment(variables)));
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
