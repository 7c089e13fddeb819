package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import java.util.List;
import java.util.function.Consumer;

/** Traefik is on the network over which it sends requests to a service (traefik#5040, traefik#1254). */
final class ProxyNetworkNotSharedCheck implements Check {

    @Override
    public String id() {
        return "proxy-network-not-shared";
    }

    @Override
    public String title() {
        return "Traefik shares the network over which it reaches a service";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        Wires wires = new Wires(input.topology(), input.reach());
        List<Traefik> all = Traefik.in(input.topology().services().values(), wires);
        FindingBuilder build = FindingBuilder.of(this, input);
        for (TraefikRoute route : TraefikRoute.in(input.topology(), wires)) {
            List<Traefik> proxies = route.proxies(all);
            if (!proxies.isEmpty()
                    && !route.networks().isEmpty()
                    && proxies.stream().noneMatch(p -> meets(p, route))) {
                findings.accept(finding(build, route, proxies.getFirst()));
            }
        }
    }

    private static boolean meets(Traefik proxy, TraefikRoute route) {
        return proxy.onHost() || route.candidates(proxy).stream().anyMatch(proxy::joins);
    }

    private Finding finding(FindingBuilder build, TraefikRoute route, Traefik proxy) {
        List<Network> candidates = route.candidates(proxy);
        String service = route.service().key();
        String over = candidates.size() == 1
                ? "network " + candidates.getFirst().name()
                : "one of the networks " + TraefikRoute.names(candidates);
        return build.finding(
                severity(),
                List.of(
                        Element.service(service),
                        Element.service(proxy.service().key()),
                        Element.network(candidates.getFirst().key())),
                route.place(),
                "Traefik (" + proxy.service().key() + ") would send requests to " + service + " over " + over
                        + ", of which it is no member; they end in a gateway timeout.",
                route.networks().stream()
                        .filter(proxy::joins)
                        .findFirst()
                        .map(shared -> "Set the label " + TraefikRoute.LABEL + " to " + shared.name() + ", or let "
                                + proxy.service().key() + " join.")
                        .orElse("Let both join one network."));
    }
}
