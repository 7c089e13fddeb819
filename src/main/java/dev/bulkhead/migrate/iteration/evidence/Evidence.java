package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evidence about a project's services from its files and the catalogue.
 *
 * @param topology the project
 * @param profiles its services, sorted by key
 * @param proxies its reverse proxies with all of their routes
 * @param routes those of them that lead to other services of it
 * @param flows who calls whom, routes included, each with its source; sorted as found, each pair and port once
 * @param internet who needs the internet, and what for
 * @param watched who looks after whom through labels
 */
public record Evidence(
        Topology topology,
        List<ServiceProfile> profiles,
        ProxyRoutes proxies,
        List<Route> routes,
        List<MustFlow> flows,
        List<MustFlow> internet,
        List<Watched> watched) {

    public Evidence {
        profiles = List.copyOf(profiles);
        routes = List.copyOf(routes);
        flows = List.copyOf(flows);
        internet = List.copyOf(internet);
        watched = List.copyOf(watched);
    }

    /** Returns what a project's files, those of its proxies and collectors, and the catalogue tell. */
    public static Evidence of(Topology topology, Catalogue catalogue, SettingsFiles files) {
        List<ServiceProfile> profiles = topology.services().values().stream()
                .map(service -> ServiceProfile.of(
                        service, catalogue, files.onlyServing().contains(service.key())))
                .toList();
        ProxyRoutes proxies = ProxyRoutes.of(topology, files.proxies());
        List<Route> routes = proxies.routes().stream()
                .filter(route -> route.container()
                        .filter(target -> !target.service().equals(route.proxy()))
                        .isPresent())
                .toList();
        FlowFinder flows = new FlowFinder(topology, profiles);
        return new Evidence(
                topology, profiles, proxies, routes, flows.find(routes, files), flows.internet(), watched(profiles));
    }

    private static List<Watched> watched(List<ServiceProfile> profiles) {
        List<Watched> found = new ArrayList<>();
        for (ServiceProfile watcher : profiles) {
            if (!watcher.does(Role.MANAGEMENT)) {
                continue;
            }
            for (String value : watcher.service().container().environment().values()) {
                profiles.stream()
                        .filter(p -> carries(p.service(), value) && !p.key().equals(watcher.key()))
                        .forEach(p -> found.add(new Watched(watcher.key(), p.key(), value)));
            }
        }
        return found;
    }

    private static boolean carries(Service service, String label) {
        String value = service.container().labels().get(label);
        return value != null && !value.equals("false");
    }

    /** Returns the profile of a service. */
    public Optional<ServiceProfile> profile(String service) {
        return profiles.stream().filter(p -> p.key().equals(service)).findFirst();
    }

    /** Returns the service whose network namespace a service uses; itself when it has its own. */
    public String namespaceOwner(String service) {
        return new ServiceNames(topology).owner(service);
    }

    /** Returns the services that share the network namespace of a service, sorted. */
    public List<String> namespaceSharers(String owner) {
        ServiceNames names = new ServiceNames(topology);
        return topology.services().keySet().stream()
                .filter(key -> !key.equals(owner) && names.owner(key).equals(owner))
                .toList();
    }
}
