package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.proxy.NetworkChoice;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.Route;
import dev.bulkhead.proxy.RouteTarget;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.TopologyEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Labels and variables that tell a proxy over which network it reaches a container, where they name the retired network or
 * leave the choice to one that the proxy cannot reach (Traefik documentation, Docker provider, {@code network};
 * caddy-docker-proxy, {@code CADDY_INGRESS_NETWORKS}).
 */
final class ProxyFollowers {

    private static final String CADDY_INGRESS = "CADDY_INGRESS_NETWORKS";

    private final Topology topology;
    private final Evidence evidence;
    private final Network legacy;
    private final Function<String, List<String>> wanted;

    ProxyFollowers(Topology topology, Evidence evidence, Network legacy, Function<String, List<String>> wanted) {
        this.topology = topology;
        this.evidence = evidence;
        this.legacy = legacy;
        this.wanted = wanted;
    }

    List<TopologyEdit> edits() {
        ProxyRoutes proxies = ProxyRoutes.of(topology);
        List<TopologyEdit> edits = new ArrayList<>();
        for (ProxyServer server : proxies.servers()) {
            switch (server.software()) {
                case ProxyServer.Software.Traefik(var settings) ->
                    proxies.routes().stream()
                            .filter(route -> route.proxy().equals(server.key()))
                            .flatMap(route -> label(server, route, settings.network()).stream())
                            .filter(edit -> !edits.contains(edit))
                            .forEach(edits::add);
                case ProxyServer.Software.CaddyDockerProxy caddy -> ingress(server, edits);
                case ProxyServer.Software.Caddy _, ProxyServer.Software.NginxProxy _ -> {}
            }
        }
        return edits;
    }

    private Optional<TopologyEdit> label(ProxyServer server, Route route, Optional<String> byDefault) {
        Optional<RouteTarget.Container> target = route.container();
        if (target.isEmpty() || server.onHost()) {
            return Optional.empty();
        }
        NetworkChoice choice = target.get().network();
        String owner = evidence.namespaceOwner(target.get().service());
        List<String> reached = wanted.apply(evidence.namespaceOwner(server.key()));
        List<String> networks = wanted.apply(owner);
        Optional<String> chosen = choice.stated().or(() -> byDefault).filter(name -> !name.equals(legacy.name()));
        boolean works = chosen.isPresent()
                ? networks.stream().anyMatch(key -> name(key).equals(chosen.get()) && reached.contains(key))
                : reached.containsAll(networks);
        return works
                ? Optional.empty()
                : networks.stream()
                        .filter(reached::contains)
                        .findFirst()
                        .map(key ->
                                new TopologyEdit.SetLabel(choice.labelled(), ProxyRoutes.TRAEFIK_NETWORK, name(key)));
    }

    private void ingress(ProxyServer server, List<TopologyEdit> edits) {
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
