package dev.bulkhead.check.proxied;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.lint.ServiceNetworks;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Check that Traefik finds the host where it is told to send requests to a service on the host's network: it looks up
 * {@code host.docker.internal}, then {@code host.containers.internal}, and then takes 127.0.0.1, which is itself (Traefik
 * documentation, Docker provider, host networking). Only Docker Desktop knows the first name by itself.
 */
final class ProxyHostBackEndCheck implements Check {

    private static final List<String> HOST_NAMES = List.of("host.docker.internal", "host.containers.internal");

    private record Pair(String proxy, String service) {}

    @Override
    public String id() {
        return "proxy-host-back-end";
    }

    @Override
    public String title() {
        return "Traefik knows the host to which it sends requests";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        ServiceNetworks networks = new ServiceNetworks(input.topology(), input.reach());
        ProxyRoutes proxies = networks.proxies();
        Set<Pair> pairs = new LinkedHashSet<>();
        proxies.routes().stream()
                .filter(route -> route.certain())
                .forEach(route ->
                        route.container().ifPresent(target -> pairs.add(new Pair(route.proxy(), target.service()))));
        for (Pair pair : pairs) {
            Optional<ProxyServer> lost = proxies.server(pair.proxy()).filter(ProxyHostBackEndCheck::lost);
            Optional<Service> service = input.topology()
                    .service(pair.service())
                    .filter(one -> networks.owner(one).map(Service::networkMode).orElse(one.networkMode())
                            instanceof NetworkMode.Host);
            if (lost.isPresent()
                    && service.isPresent()
                    && Profiles.together(service.get(), lost.get().service())) {
                findings.accept(FindingBuilder.of(this, input)
                        .finding(
                                severity(),
                                List.of(Element.service(pair.service()), Element.service(pair.proxy())),
                                Element.service(pair.service()).field("network_mode"),
                                "Traefik (" + pair.proxy() + ") sends requests for " + pair.service()
                                        + " to 127.0.0.1, which is itself: " + pair.service()
                                        + " is on the host's network, and Traefik knows no name of the host.",
                                "Add \"host.docker.internal:host-gateway\" to extra_hosts of " + pair.proxy() + "."));
            }
        }
    }

    private static boolean lost(ProxyServer proxy) {
        return proxy.software() instanceof ProxyServer.Software.Traefik
                && !proxy.onHost()
                && HOST_NAMES.stream()
                        .noneMatch(proxy.service().container().contacts().extraHosts()::containsKey);
    }
}
