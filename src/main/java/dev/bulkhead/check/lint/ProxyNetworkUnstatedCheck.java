package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.TopologyEdit.SetLabel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A service on several networks tells Traefik which one to use; otherwise it takes any, another one after each restart
 * (traefik#5040; traefik {@code pkg/provider/docker/config.go}).
 */
final class ProxyNetworkUnstatedCheck implements Check {

    @Override
    public String id() {
        return "proxy-network-unstated";
    }

    @Override
    public String title() {
        return "Services on several networks tell Traefik which one to use";
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
            boolean several = route.networks().size() > 1;
            if (several && proxies.isEmpty() && all.isEmpty() && (route.label().isEmpty() || route.labelMisses())) {
                findings.accept(ofStranger(build, route));
            } else if (several && proxies.stream().noneMatch(proxy -> isSafe(proxy, route))) {
                proxies.stream()
                        .flatMap(proxy -> inDoubt(build, proxy, route).stream())
                        .findFirst()
                        .ifPresent(findings);
            }
        }
    }

    private static boolean isSafe(Traefik proxy, TraefikRoute route) {
        return proxy.onHost()
                || proxy.networks().isEmpty()
                || route.candidates(proxy).stream().allMatch(proxy::joins);
    }

    private Optional<Finding> inDoubt(FindingBuilder build, Traefik proxy, TraefikRoute route) {
        List<Network> candidates = route.candidates(proxy);
        String service = route.service().key();
        String key = proxy.service().key();
        List<Network> strange = candidates.stream().filter(n -> !proxy.joins(n)).toList();
        return candidates.stream()
                .filter(proxy::joins)
                .findFirst()
                .map(shared -> build.finding(
                                proxy.stated() ? severity() : Severity.INFO,
                                List.of(Element.service(service), Element.service(key)),
                                route.place(),
                                why(route) + "so Traefik (" + key + ") takes any of " + TraefikRoute.names(candidates)
                                        + (proxy.stated() ? "" : ", unless its own file names one")
                                        + "; it is no member of "
                                        + TraefikRoute.names(strange) + ".",
                                "Set the label " + TraefikRoute.LABEL + " to " + shared.name() + ".")
                        .withQuickFix(new SetLabel(route.labelled().key(), TraefikRoute.LABEL, shared.name())));
    }

    private static Finding ofStranger(FindingBuilder build, TraefikRoute route) {
        return build.finding(
                Severity.INFO,
                List.of(Element.service(route.service().key())),
                route.place(),
                why(route) + "so a Traefik outside this project takes any of " + TraefikRoute.names(route.networks())
                        + ", unless its own settings name one.",
                "Set the label " + TraefikRoute.LABEL + " to the real name of the network that Traefik is on.");
    }

    private static String why(TraefikRoute route) {
        String service = "Service " + route.service().key();
        return route.labelMisses()
                ? service + " names network " + route.label().orElse("") + " in " + TraefikRoute.LABEL
                        + ", which is the real name of none of its networks, "
                : service + " is on several networks and chooses none with " + TraefikRoute.LABEL + ", ";
    }
}
