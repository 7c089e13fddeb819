package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.Route;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The label that tells Traefik which of a service's networks to use; without it and without a default of the provider
 * Traefik may pick an address that it cannot reach (Traefik documentation, Docker provider, {@code network}).
 */
final class ProxyNetworkLabels {

    static final String LABEL = "traefik.docker.network";

    private final Evidence evidence;
    private final Function<String, List<String>> networksAfter;

    ProxyNetworkLabels(Evidence evidence, Function<String, List<String>> networksAfter) {
        this.evidence = evidence;
        this.networksAfter = networksAfter;
    }

    List<TopologyEdit> edits() {
        List<TopologyEdit> edits = new ArrayList<>();
        for (Route route : evidence.routes()) {
            if (needsLabel(route)) {
                shared(route)
                        .map(network -> new TopologyEdit.SetLabel(owner(route), LABEL, network.name()))
                        .filter(edit -> !edits.contains(edit))
                        .ifPresent(edits::add);
            }
        }
        return edits;
    }

    private boolean needsLabel(Route route) {
        boolean traefik = evidence.profile(route.proxy())
                .flatMap(profile -> profile.known())
                .map(CatalogueEntry::id)
                .filter("traefik"::equals)
                .isPresent();
        Optional<Service> service = evidence.topology().service(owner(route));
        boolean labelled =
                service.map(s -> s.container().labels().containsKey(LABEL)).orElse(true);
        boolean strange = !networksAfter.apply(route.proxy()).containsAll(networksAfter.apply(owner(route)));
        return traefik && !labelled && strange && !hasDefault(route.proxy());
    }

    private boolean hasDefault(String proxy) {
        return evidence.topology()
                .service(proxy)
                .map(Service::container)
                .map(c -> c.environment().containsKey("TRAEFIK_PROVIDERS_DOCKER_NETWORK")
                        || c.command().stream()
                                .anyMatch(word ->
                                        word.toLowerCase(Locale.ROOT).startsWith("--providers.docker.network=")))
                .orElse(false);
    }

    /** The present network carries the route today, so it is the one that certainly works. */
    private Optional<Network> shared(Route route) {
        List<String> proxy = networksAfter.apply(route.proxy());
        return networksAfter.apply(owner(route)).stream()
                .filter(proxy::contains)
                .flatMap(key -> evidence.topology().network(key).stream())
                .findFirst();
    }

    private String owner(Route route) {
        return evidence.namespaceOwner(route.service());
    }
}
