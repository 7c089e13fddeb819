package dev.bulkhead.check.lint;

import dev.bulkhead.check.Profiles;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service that labels ask Traefik to send requests to.
 *
 * @param service the service with the labels
 * @param networks the networks of the namespace it uses
 * @param label the network that its labels, or those of the namespace's owner, choose
 * @param labelled the service that this label stands at
 */
record TraefikRoute(Service service, List<Network> networks, Optional<String> label, Service labelled) {

    static final String LABEL = "traefik.docker.network";

    private static final Pattern ROUTING = Pattern.compile("traefik\\.(http|tcp|udp)\\.(routers|services)\\..+");
    private static final Pattern ROUTER = Pattern.compile("traefik\\.(?:http|tcp|udp)\\.routers\\.([^.]+)\\..+");

    /** Returns the services of a project that Traefik routes to over networks. */
    static List<TraefikRoute> in(Topology topology, Wires wires) {
        List<TraefikRoute> routes = new ArrayList<>();
        for (Service service : topology.services().values()) {
            if (isRouted(service)) {
                wires.owner(service)
                        .filter(owner -> owner.networkMode() instanceof NetworkMode.Networks)
                        .ifPresent(owner -> routes.add(of(service, owner, wires)));
            }
        }
        return routes;
    }

    /** The owner of a shared namespace has the first word (traefik {@code pkg/provider/docker/config.go}). */
    private static TraefikRoute of(Service service, Service owner, Wires wires) {
        boolean ownersWord = owner.container().labels().containsKey(LABEL);
        Service labelled = ownersWord ? owner : service;
        Optional<String> label =
                Optional.ofNullable(labelled.container().labels().get(LABEL)).filter(name -> !name.isBlank());
        return new TraefikRoute(service, wires.networks(owner), label, labelled);
    }

    private static boolean isRouted(Service service) {
        Map<String, String> labels = service.container().labels();
        return !Traefik.isTraefik(service)
                && !"false".equals(labels.get("traefik.enable"))
                && labels.keySet().stream()
                        .anyMatch(label -> ROUTING.matcher(label).matches())
                && !leadsElsewhere(labels);
    }

    /** Whether every router hands on to a service that is not this container, such as {@code api@internal}. */
    private static boolean leadsElsewhere(Map<String, String> labels) {
        List<String> routers = labels.keySet().stream()
                .map(ROUTER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(0).substring(0, matcher.end(1)))
                .distinct()
                .toList();
        return !routers.isEmpty()
                && routers.stream().allMatch(router -> {
                    String target = labels.getOrDefault(router + ".service", "");
                    return target.contains("@") && !target.endsWith("@docker");
                });
    }

    /** Returns the proxies of the project that take its routes. */
    List<Traefik> proxies(List<Traefik> all) {
        return all.stream()
                .filter(proxy -> Profiles.together(service, proxy.service()) && proxy.serves(service))
                .toList();
    }

    /** Returns the networks of which a proxy may take any: the one that is chosen if the service is on it, else all. */
    List<Network> candidates(Traefik proxy) {
        Optional<String> wanted = label.or(proxy::network);
        return networks.stream()
                .filter(network -> wanted.filter(network.name()::equals).isPresent())
                .findFirst()
                .map(List::of)
                .orElse(networks);
    }

    /** Returns whether the label names none of the service's networks, so that it chooses nothing. */
    boolean labelMisses() {
        return label.filter(name -> networks.stream().noneMatch(n -> n.name().equals(name)))
                .isPresent();
    }

    /** Returns where to point to: the label, else the labels. */
    Element place() {
        return Element.service(labelled.key()).field("labels").field(LABEL);
    }

    /** Returns names of networks for a sentence. */
    static String names(List<Network> networks) {
        return String.join(", ", networks.stream().map(Network::name).toList());
    }
}
