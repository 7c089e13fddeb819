package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Labels that tell Traefik which of a service's networks to use; without one and without a default of the provider
 * Traefik may pick an address that it cannot reach (Traefik documentation, Docker provider, {@code network}).
 */
final class ProxyNetworkLabels {

    private final Evidence evidence;
    private final ProxyRoutes proxies;
    private final Function<String, List<String>> networksAfter;

    ProxyNetworkLabels(Evidence evidence, Function<String, List<String>> networksAfter) {
        this.evidence = evidence;
        this.proxies = evidence.proxies();
        this.networksAfter = networksAfter;
    }

    List<TopologyEdit> edits() {
        List<TopologyEdit> edits = new ArrayList<>();
        for (ProxyServer proxy : proxies.servers()) {
            if (proxy.choosesByLabel()) {
                evidence.routes().stream()
                        .filter(route -> route.proxy().equals(proxy.key()))
                        .flatMap(route -> route.container().stream())
                        .flatMap(target -> edit(proxy, target).stream())
                        .filter(edit -> !edits.contains(edit))
                        .forEach(edits::add);
            }
        }
        return edits;
    }

    private Optional<TopologyEdit> edit(ProxyServer proxy, RouteTarget.Container target) {
        String owner = evidence.namespaceOwner(target.service());
        List<String> reached = networksAfter.apply(proxy.key());
        List<String> networks = networksAfter.apply(owner);
        boolean labelled = evidence.topology()
                .service(owner)
                .map(service -> service.container().labels().containsKey(ProxyRoutes.TRAEFIK_NETWORK))
                .orElse(true);
        if (labelled || reached.containsAll(networks)) {
            return Optional.empty();
        }
        // The present network carries the route today, so it is the one that certainly works.
        Optional<Network> shared = networks.stream()
                .filter(reached::contains)
                .flatMap(key -> evidence.topology().network(key).stream())
                .findFirst();
        return shared.map(network -> new TopologyEdit.SetLabel(owner, ProxyRoutes.TRAEFIK_NETWORK, network.name()));
    }
}
