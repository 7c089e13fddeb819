package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Labels and variables that tell a proxy over which network it reaches a container, where they name the retired network or
 * leave the choice to one that the proxy cannot reach (Traefik documentation, Docker provider, {@code network};
 * caddy-docker-proxy, {@code CADDY_INGRESS_NETWORKS}).
 */
final class ProxyFollowers {

    private static final String FLAG = "--providers.docker.network";
    private static final String VARIABLE = "TRAEFIK_PROVIDERS_DOCKER_NETWORK";
    private static final String CADDY_INGRESS = "CADDY_INGRESS_NETWORKS";

    private final Topology topology;
    private final Evidence evidence;
    private final Network legacy;
    private final Function<String, List<String>> wanted;
    private final ProxyFiles files;

    ProxyFollowers(
            Topology topology,
            Evidence evidence,
            Network legacy,
            Function<String, List<String>> wanted,
            ProxyFiles files) {
        this.topology = topology;
        this.evidence = evidence;
        this.legacy = legacy;
        this.wanted = wanted;
        this.files = files;
    }

    List<ProjectEdit> edits() {
        ProxyRoutes proxies = ProxyRoutes.of(topology, files);
        List<ProjectEdit> edits = new ArrayList<>();
        for (ProxyServer server : proxies.servers()) {
            switch (server.software()) {
                case ProxyServer.Software.Traefik(var settings) -> traefik(server, settings.network(), proxies, edits);
                case ProxyServer.Software.CaddyDockerProxy caddy -> ingress(server, edits);
                case ProxyServer.Software.Caddy _, ProxyServer.Software.NginxProxy _, ProxyServer.Software.Nginx _ -> {}
            }
        }
        return edits;
    }

    /** The default moves to where most containers are reached over it; those elsewhere say so themselves. */
    private void traefik(ProxyServer server, Optional<String> stated, ProxyRoutes proxies, List<ProjectEdit> edits) {
        List<Route> routes = proxies.routes().stream()
                .filter(route -> route.proxy().equals(server.key()))
                .toList();
        Optional<String> byDefault = stated;
        if (stated.filter(legacy.name()::equals).isPresent()) {
            byDefault = wanted.apply(evidence.namespaceOwner(server.key())).stream()
                    .map(this::name)
                    .min(Comparator.comparingInt(
                            name -> labels(server, routes, Optional.of(name)).size()));
            byDefault.ifPresent(name -> edits.addAll(moveDefault(server, name)));
        }
        edits.addAll(labels(server, routes, byDefault));
    }

    private List<ProjectEdit> labels(ProxyServer server, List<Route> routes, Optional<String> byDefault) {
        return routes.stream()
                .flatMap(route -> label(server, route, byDefault).stream())
                .distinct()
                .toList();
    }

    private List<ProjectEdit> moveDefault(ProxyServer server, String network) {
        for (String word : server.service().container().command()) {
            int equals = word.indexOf('=');
            if (equals > 0 && word.substring(0, equals).toLowerCase(Locale.ROOT).equals(FLAG)) {
                Element.FieldElement command = Element.service(server.key()).field("command");
                return List.of(
                        new FieldEdit.RemoveItem(command, FieldValue.text(word)),
                        new FieldEdit.AddItem(command, FieldValue.text(word.substring(0, equals + 1) + network)));
            }
        }
        boolean variable = server.service().container().environment().containsKey(VARIABLE);
        return variable ? List.of(new TopologyEdit.SetEnvironment(server.key(), VARIABLE, network)) : List.of();
    }

    private Optional<ProjectEdit> label(ProxyServer server, Route route, Optional<String> byDefault) {
        Optional<RouteTarget.Container> target = route.container();
        if (target.isEmpty() || server.onHost()) {
            return Optional.empty();
        }
        NetworkChoice choice = target.get().network();
        String owner = evidence.namespaceOwner(target.get().service());
        List<String> reached = wanted.apply(evidence.namespaceOwner(server.key()));
        List<String> networks = wanted.apply(owner);
        // a name that is none of the container's leaves Traefik with any of them, and a warning in its log
        Optional<String> chosen = networks.stream()
                .filter(key -> choice.stated()
                        .or(() -> byDefault)
                        .filter(name(key)::equals)
                        .isPresent())
                .findFirst();
        boolean works = chosen.map(reached::contains).orElseGet(() -> reached.containsAll(networks));
        return works
                ? Optional.empty()
                : networks.stream()
                        .filter(reached::contains)
                        .findFirst()
                        .map(key ->
                                new TopologyEdit.SetLabel(choice.labelled(), ProxyRoutes.TRAEFIK_NETWORK, name(key)));
    }

    private void ingress(ProxyServer server, List<ProjectEdit> edits) {
        String present = server.service().container().environment().getOrDefault(CADDY_INGRESS, "");
        List<String> names = new ArrayList<>(Arrays.asList(present.split("\\s*,\\s*", -1)));
        if (!names.remove(legacy.name())) {
            return;
        }
        TreeSet<String> all = new TreeSet<>(names);
        wanted.apply(evidence.namespaceOwner(server.key())).forEach(key -> all.add(name(key)));
        edits.add(new TopologyEdit.SetEnvironment(server.key(), CADDY_INGRESS, String.join(",", all)));
    }

    private String name(String key) {
        return topology.network(key).map(Network::name).orElse(key);
    }
}
