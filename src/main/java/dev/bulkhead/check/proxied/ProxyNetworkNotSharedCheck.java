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
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check that a reverse proxy is on the network over which it sends requests to a service (traefik#5040, traefik#1254).
 */
final class ProxyNetworkNotSharedCheck implements Check {

    private static final String CADDY_INGRESS = "CADDY_INGRESS_NETWORKS";

    @Override
    public String id() {
        return "proxy-network-not-shared";
    }

    @Override
    public String title() {
        return "A reverse proxy shares the network over which it reaches a service";
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
                    .filter(way -> !way.network().networks().isEmpty())
                    .toList();
            if (!ways.isEmpty() && ways.stream().noneMatch(Way::meets)) {
                findings.accept(finding(build, proxied.service(), ways.getFirst()));
            }
        }
    }

    private Finding finding(FindingBuilder build, Service service, Way way) {
        return switch (way.proxy().software()) {
            case ProxyServer.Software.Traefik _ -> ofTraefik(build, service.key(), way);
            case ProxyServer.Software.CaddyDockerProxy(String _, List<String> ingress) ->
                ofCaddy(build, service.key(), way, ingress);
            case ProxyServer.Software.Caddy _ -> ofOther(build, service.key(), way, "Caddy");
            case ProxyServer.Software.NginxProxy _ -> ofOther(build, service.key(), way, "nginx-proxy");
            case ProxyServer.Software.Nginx _ -> ofOther(build, service.key(), way, "nginx");
        };
    }

    private Finding ofTraefik(FindingBuilder build, String service, Way way) {
        ProxyServer proxy = way.proxy();
        List<Network> candidates = way.network().candidates();
        String over = candidates.size() == 1
                ? "network " + candidates.getFirst().name()
                : "one of the networks " + ProxiedService.names(candidates);
        return build.finding(
                severity(),
                List.of(
                        Element.service(service),
                        Element.service(proxy.key()),
                        Element.network(candidates.getFirst().key())),
                ProxiedService.path(way.network()),
                "Traefik (" + proxy.key() + ") would send requests to " + service + " over " + over
                        + ", of which it is no member; they end in a gateway timeout.",
                shared(way)
                        .map(shared -> "Set the label " + ProxyRoutes.TRAEFIK_NETWORK + " to " + shared.name()
                                + ", or let " + proxy.key() + " join.")
                        .orElse("Let both join one network."));
    }

    /** Names that the proxy's settings give its networks are real ones (caddy-docker-proxy#290, #348, #508). */
    private Finding ofCaddy(FindingBuilder build, String service, Way way, List<String> ingress) {
        String proxy = way.proxy().key();
        Optional<String> label = way.network().stated();
        Optional<Network> shared = shared(way);
        String told = label.map(name -> "the label caddy_ingress_network of " + service + " says " + name)
                .orElse(
                        ingress.isEmpty()
                                ? "it is on " + ProxiedService.names(way.proxy().networks())
                                : CADDY_INGRESS + " says " + String.join(", ", ingress));
        String remedy = shared.map(network -> label.map(name -> "Set the label caddy_ingress_network to ")
                                .orElse("Set " + CADDY_INGRESS + " to ")
                        + network.name() + ", the real name of the network that both are on.")
                .orElse("Let both join one network.");
        return build.finding(
                severity(),
                List.of(Element.service(service), Element.service(proxy)),
                label.isPresent()
                        ? Element.service(service).field("labels").field("caddy_ingress_network")
                        : ingress.isEmpty()
                                ? Element.service(service).field("labels")
                                : Element.service(proxy).field("environment").field(CADDY_INGRESS),
                "Caddy (" + proxy + ") finds no address of " + service + " that it reaches: " + told + ", and "
                        + service
                        + " is on " + ProxiedService.names(way.network().networks())
                        + "; requests end in a bad gateway.",
                remedy);
    }

    private Finding ofOther(FindingBuilder build, String service, Way way, String software) {
        String proxy = way.proxy().key();
        return build.finding(
                severity(),
                List.of(Element.service(service), Element.service(proxy)),
                Element.service(service),
                software + " (" + proxy + ") is told to send requests to " + service
                        + " and is on none of its networks ("
                        + ProxiedService.names(way.network().networks())
                        + "); they end in an error.",
                "Let both join one network.");
    }

    private static Optional<Network> shared(Way way) {
        return way.network().networks().stream().filter(way.proxy()::joins).findFirst();
    }
}
