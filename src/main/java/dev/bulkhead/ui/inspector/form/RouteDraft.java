package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.RouteWriter;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;

/**
 * Route of a reverse proxy to a service, as texts that are typed.
 *
 * @param proxy key of the service that runs the proxy
 * @param path what requests begin with; empty for all
 * @param port port of the service's container
 * @param tls whether requests are encrypted on their way to the proxy
 */
public record RouteDraft(String proxy, String host, String path, String port, boolean tls) {

    /** Returns a route as texts; only of a plain one they say all of it. */
    public static RouteDraft of(Route route) {
        return new RouteDraft(
                route.proxy(),
                route.match().hosts().stream().findFirst().orElse(""),
                route.match().paths().stream().findFirst().orElse(""),
                route.container()
                        .flatMap(RouteTarget.Container::port)
                        .map(String::valueOf)
                        .orElse(""),
                route.entry().tls());
    }

    /**
     * Returns what it means: edits of labels or of the proxy's own files, whichever it reads its routes from.
     *
     * @param before the route that becomes this one, where there is one
     */
    public FieldDraft draft(Topology topology, ProxyFiles files, String service, Optional<Route> before) {
        if (before.map(RouteDraft::of).equals(Optional.of(this))) {
            return new FieldDraft.Same();
        }
        if (!host.matches("[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?")) {
            return new FieldDraft.Wrong(Words.of("routedraft.a-host-looks-like-photos"));
        }
        if (!path.isEmpty() && !path.startsWith("/")) {
            return new FieldDraft.Wrong(Words.of("routedraft.a-path-begins-with-a"));
        }
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            return new FieldDraft.Wrong(Words.of("routedraft.the-container-port-is-a"));
        }
        Optional<String> begin = path.isEmpty() ? Optional.empty() : Optional.of(path);
        WantedRoute wanted = new WantedRoute(proxy, service, Integer.parseInt(port), host, begin, tls);
        RouteWriter writer = new RouteWriter(topology, files);
        return switch (before.map(route -> writer.change(route, wanted)).orElseGet(() -> writer.write(wanted))) {
            case RouteChange.Refused(var obstacle, String sentence) -> new FieldDraft.Wrong(sentence);
            case RouteChange.Edits(var edits) ->
                edits.isEmpty()
                        ? new FieldDraft.Wrong(Words.of("routedraft.this-route-is-there-already"))
                        : new FieldDraft.Change(new ProjectEdit.Series(
                                before.isPresent()
                                        ? Words.of("routedraft.change-the-route", host + path, service)
                                        : Words.of("routedraft.route", host + path, service),
                                edits));
        };
    }

    /** Returns what takes a route away. */
    static FieldDraft removal(Topology topology, ProxyFiles files, Route route) {
        RouteDraft gone = RouteDraft.of(route);
        return switch (new RouteWriter(topology, files).remove(route)) {
            case RouteChange.Refused(var obstacle, String sentence) -> new FieldDraft.Wrong(sentence);
            case RouteChange.Edits(var edits) ->
                new FieldDraft.Change(new ProjectEdit.Series(
                        Words.of("routedraft.remove-the-route", gone.host() + gone.path()), edits));
        };
    }
}
