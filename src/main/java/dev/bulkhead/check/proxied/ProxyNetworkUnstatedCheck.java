package dev.bulkhead.check.proxied;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.lint.ServiceNetworks;
import dev.bulkhead.check.proxied.ProxiedService.Way;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.TopologyEdit.SetLabel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Check that a service on several networks tells Traefik which one to use; otherwise it takes any, another one after
 * each restart (traefik#5040; traefik {@code pkg/provider/docker/config.go}).
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
        ServiceNetworks serviceNetworks = new ServiceNetworks(input.topology(), input.reach());
        FindingBuilder build = FindingBuilder.of(this, input);
        for (ProxiedService proxied : ProxiedService.in(input.topology(), serviceNetworks)) {
            List<Way> ways = proxied.ways().stream()
                    .filter(way -> way.proxy().software() instanceof ProxyServer.Software.Traefik)
                    .toList();
            if (ways.stream().noneMatch(ProxyNetworkUnstatedCheck::isSafe)) {
                ways.stream()
                        .flatMap(way -> inDoubt(build, proxied.service(), way).stream())
                        .findFirst()
                        .ifPresent(findings);
            }
        }
        ofStranger(input, serviceNetworks, build, findings);
    }

    private static boolean isSafe(Way way) {
        return way.safe() || way.network().networks().size() < 2;
    }

    private Optional<Finding> inDoubt(FindingBuilder build, Service service, Way way) {
        ProxyServer proxy = way.proxy();
        NetworkChoice network = way.network();
        List<Network> strange =
                network.candidates().stream().filter(n -> !proxy.joins(n)).toList();
        return network.candidates().stream()
                .filter(proxy::joins)
                .findFirst()
                .map(shared -> build.finding(
                                proxy.settingsKnown() ? severity() : Severity.INFO,
                                List.of(Element.service(service.key()), Element.service(proxy.key())),
                                ProxiedService.path(network),
                                why(service, network) + "so Traefik (" + proxy.key() + ") takes any of "
                                        + ProxiedService.names(network.candidates())
                                        + (proxy.settingsKnown() ? "" : ", unless its own file names one")
                                        + "; it is no member of "
                                        + ProxiedService.names(strange) + ".",
                                "Set the label " + ProxyRoutes.TRAEFIK_NETWORK + " to " + shared.name() + ".")
                        .withQuickFix(new SetLabel(network.labelled(), ProxyRoutes.TRAEFIK_NETWORK, shared.name())));
    }

    /** Labels where the project has no Traefik are meant for one outside of it. */
    private static void ofStranger(
            CheckInput input, ServiceNetworks serviceNetworks, FindingBuilder build, Consumer<Finding> findings) {
        boolean own = serviceNetworks.proxies().servers().stream()
                .anyMatch(proxy -> proxy.software() instanceof ProxyServer.Software.Traefik);
        if (own) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (RouteTarget.Container target : ProxyRoutes.askedOfTraefik(input.topology())) {
            NetworkChoice network = target.network();
            boolean undecided = network.stated().isEmpty() || network.misses();
            if (undecided && network.networks().size() > 1 && told.add(target.service())) {
                input.topology()
                        .service(target.service())
                        .filter(service -> ProxiedService.onNetworks(service, serviceNetworks))
                        .map(service -> ofStranger(build, service, network))
                        .ifPresent(findings);
            }
        }
    }

    private static Finding ofStranger(FindingBuilder build, Service service, NetworkChoice network) {
        return build.finding(
                Severity.INFO,
                List.of(Element.service(service.key())),
                ProxiedService.path(network),
                why(service, network) + "so a Traefik outside this project takes any of "
                        + ProxiedService.names(network.networks()) + ", unless its own settings name one.",
                "Set the label " + ProxyRoutes.TRAEFIK_NETWORK
                        + " to the real name of the network that Traefik is on.");
    }

    private static String why(Service service, NetworkChoice network) {
        return network.misses()
                ? "Service " + service.key() + " names network "
                        + network.stated().orElse("") + " in " + ProxyRoutes.TRAEFIK_NETWORK
                        + ", which is the real name of none of its networks, "
                : "Service " + service.key() + " is on several networks and chooses none with "
                        + ProxyRoutes.TRAEFIK_NETWORK + ", ";
    }
}
