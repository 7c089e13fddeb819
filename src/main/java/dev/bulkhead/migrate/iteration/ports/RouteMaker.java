package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.RouteWriter;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Maker of routes one after the other, each on top of what the ones before it changed. */
final class RouteMaker {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Topology topology;
    private ProxyFiles files;

    RouteMaker(Topology topology, ProxyFiles files) {
        this.topology = topology;
        this.files = files;
    }

    /**
     * A route with what it takes.
     *
     * @param edits changes of files; none where the route is there
     * @param rereads service to how it takes up a file of its own that has changed
     */
    record Made(RouteRequest request, List<ProjectEdit> edits, SortedMap<String, Reread> rereads) {
        Made {
            edits = List.copyOf(edits);
        }

        /** Returns whether it stands in a file of the proxy. */
        boolean inFile() {
            return edits.stream().anyMatch(FileEdit.class::isInstance);
        }
    }

    /** Returns the route that is there. */
    static Made present(HostedPort port, Route route) {
        return new Made(RouteRequest.of(route, port.user()), List.of(), new TreeMap<>());
    }

    /** No route can be made; the message says why, as a sentence. */
    static final class NoRouteException extends Exception {
        private static final long serialVersionUID = 1;

        private NoRouteException(String sentence) {
            super(sentence);
        }

        /** Returns why. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Makes a route to a port.
     *
     * @throws NoRouteException if none can be made
     */
    Made make(HostedPort port, ProxyServer proxy, String host) throws NoRouteException {
        boolean tls = encrypted(proxy, host);
        RouteRequest request = new RouteRequest(proxy.key(), tls ? HTTPS : HTTP, tls, host, "/", port.user());
        try {
            if (port.kind() instanceof HostedPort.Kind.OwnPage) {
                List<ProjectEdit> edits = OwnPages.route(proxy, host, tls);
                apply(edits);
                return new Made(request, edits, new TreeMap<>());
            }
            List<ProjectEdit> edits = new ArrayList<>();
            WantedRoute wanted =
                    new WantedRoute(proxy.key(), port.service(), port.mapping().target(), host, Optional.empty(), tls);
            RouteChange change = new RouteWriter(topology, files).write(wanted);
            if (change instanceof RouteChange.Refused(Obstacle obstacle, String sentence)
                    && obstacle == Obstacle.NO_SHARED_NETWORK) {
                TopologyEdit join = new TopologyEdit.Attach(proxy.key(), meeting(port.service()));
                edits.add(join);
                apply(List.of(join));
                change = new RouteWriter(topology, files).write(wanted);
            }
            return switch (change) {
                case RouteChange.Refused(var obstacle, String sentence) -> throw new NoRouteException(sentence);
                case RouteChange.Edits(List<ProjectEdit> more) -> {
                    edits.addAll(more);
                    apply(more);
                    yield new Made(request, edits, rereads(proxy, more));
                }
            };
        } catch (EditRejectedException e) {
            throw new NoRouteException(String.valueOf(e.getMessage()));
        }
    }

    /** The proxy reads the file as it was written, so the text is that of after the edits. */
    private SortedMap<String, Reread> rereads(ProxyServer proxy, List<ProjectEdit> edits) {
        SortedMap<String, Reread> rereads = new TreeMap<>();
        edits.stream()
                .filter(FileEdit.class::isInstance)
                .map(FileEdit.class::cast)
                .flatMap(edit -> files.of(proxy.key()).stream()
                        .filter(file -> file.name().equals(edit.file())))
                .flatMap(file -> SettingsReread.of(proxy, file).stream())
                .forEach(reread -> rereads.put(proxy.key(), reread));
        return rereads;
    }

    private void apply(List<ProjectEdit> edits) throws EditRejectedException {
        for (ProjectEdit edit : edits) {
            if (edit instanceof TopologyEdit ofTopology) {
                topology = ofTopology.apply(topology);
            }
        }
        files = files.with(edits);
    }

    /**
     * Where the proxy's plain entrance only sends people to the encrypted one, or every name is served by HTTPS already, a new
     * route has to be there.
     */
    private boolean encrypted(ProxyServer proxy, String host) {
        return (proxy.software() instanceof ProxyServer.Software.Traefik(var settings)
                        && settings.values().keySet().stream()
                                .anyMatch(name -> name.startsWith("entrypoints.") && name.contains(".redirections.")))
                || ProxyRoutes.of(topology, files).encrypts(proxy, host);
    }

    /** Returns a network of a service for the proxy to join, one without a way out before others. */
    private String meeting(String key) throws NoRouteException {
        Optional<Service> owner = topology.service(new ServiceNames(topology).owner(key));
        return owner.filter(service -> service.networkMode() instanceof NetworkMode.Networks).stream()
                .flatMap(service -> service.attachments().stream())
                .flatMap(attachment -> topology.network(attachment.network()).stream())
                .min(Comparator.comparing(network -> !network.options().internal()))
                .map(Network::key)
                .orElseThrow(
                        () -> new NoRouteException("Service " + key + " joins no network that a proxy could join."));
    }
}
