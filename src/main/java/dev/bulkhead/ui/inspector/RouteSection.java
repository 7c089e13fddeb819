package dev.bulkhead.ui.inspector;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.RouteWriter;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.inspector.form.RouteForm;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;

/** Routes of the project's proxies that lead to a service: each with its form, and one for another route. */
final class RouteSection {

    private static final String ADD = "add-route";

    private final Disclosure disclosure;
    private final InspectorActions actions;

    RouteSection(Disclosure disclosure, InspectorActions actions) {
        this.disclosure = disclosure;
        this.actions = actions;
    }

    /** Returns the routes to a service, as labels and the files of the proxies state them. */
    List<Node> of(Topology topology, ProxyFiles files, Service service) {
        ProxyRoutes routes = ProxyRoutes.of(topology, files);
        List<Node> nodes = new ArrayList<>();
        List<Route> here = routes.routes().stream()
                .filter(route -> leadsHere(route, service.key()))
                .toList();
        for (int i = 0; i < here.size(); i++) {
            nodes.add(route(topology, files, routes, service, here.get(i), "route-" + service.key() + "-" + i));
        }
        if (here.isEmpty()) {
            nodes.add(Nodes.label(Words.of("routesection.no-route-leads-here"), "bh-muted"));
        }
        nodes.add(
                routes.servers().isEmpty()
                        ? Nodes.wrapped(Words.of("routesection.no-service-of-the-project"), "bh-muted")
                        : disclosure.of(
                                ADD,
                                Words.of("routesection.add-a-route"),
                                () -> new RouteForm(
                                        topology,
                                        files,
                                        routes,
                                        service,
                                        Optional.empty(),
                                        actions,
                                        () -> disclosure.close(ADD))));
        return nodes;
    }

    private Node route(
            Topology topology, ProxyFiles files, ProxyRoutes routes, Service service, Route route, String key) {
        return disclosure.of(
                key,
                words(route),
                () -> RouteWriter.isPlain(route)
                        ? new RouteForm(
                                topology,
                                files,
                                routes,
                                service,
                                Optional.of(route),
                                actions,
                                () -> disclosure.close(key))
                        : odd(route));
    }

    /** What no form can say stands where it is written. */
    private Node odd(Route route) {
        Node sentence = Nodes.wrapped(
                Words.of("routesection.it-is-more-than-one", route.match().rule()), "bh-muted");
        return switch (route.place()) {
            case RoutePlace.InFile(SourceMark at) -> {
                Hyperlink link = new Hyperlink(at.fileAndLine());
                link.getStyleClass().addAll("bh-mono", "bh-place-link");
                link.setOnAction(event -> actions.openPlace(at));
                yield Nodes.column("bh-disclosed", sentence, link);
            }
            case RoutePlace.Label(String service, String name) ->
                Nodes.column(
                        "bh-disclosed",
                        sentence,
                        Nodes.wrapped(Words.of("routesection.label-of", name, service), "bh-mono"));
            case RoutePlace.Variable(String service, String name) ->
                Nodes.column(
                        "bh-disclosed",
                        sentence,
                        Nodes.wrapped(Words.of("routesection.variable-of", name, service), "bh-mono"));
        };
    }

    private static boolean leadsHere(Route route, String service) {
        return route.container().map(RouteTarget.Container::service).equals(Optional.of(service));
    }

    /** Returns a route in a line: what it takes, where it leads, by which proxy. */
    static String words(Route route) {
        String name = route.match().hosts().isEmpty()
                ? route.match().rule()
                : String.join(", ", route.match().hosts())
                        + String.join(" ", route.match().paths());
        return Words.of(
                "routesection.by",
                (route.entry().tls() ? "https" : "http") + " " + name,
                route.container()
                        .flatMap(RouteTarget.Container::port)
                        .map(number -> ":" + number)
                        .orElse(Words.of("routesection.its-port")),
                route.proxy());
    }
}
