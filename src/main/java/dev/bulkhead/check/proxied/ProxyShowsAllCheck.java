package dev.bulkhead.check.proxied;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.lint.ServiceNetworks;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that Traefik shows only what asks for it: unless {@code exposedByDefault} is off, each container gets a route by its name
 * (Traefik documentation, Docker provider), databases and dashboards among them.
 */
final class ProxyShowsAllCheck implements Check {

    private static final int NAMED = 5;

    @Override
    public String id() {
        return "proxy-shows-all";
    }

    @Override
    public String title() {
        return "Traefik shows only services that ask for it";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        ServiceNetworks networks = new ServiceNetworks(input.topology(), input.reach());
        for (ProxyServer proxy : networks.proxies().servers()) {
            if (!(proxy.software() instanceof ProxyServer.Software.Traefik(var settings))
                    || !settings.statesDocker()
                    || !settings.exposedByDefault()
                    || settings.constraints().isPresent()) {
                continue;
            }
            List<String> unasked = input.topology().services().values().stream()
                    .filter(service -> !service.key().equals(proxy.key()) && !asks(service))
                    .filter(service -> Profiles.together(service, proxy.service()))
                    .filter(service -> reached(service, proxy, input.topology(), networks))
                    .map(Service::key)
                    .sorted()
                    .toList();
            if (!unasked.isEmpty()) {
                findings.accept(FindingBuilder.of(this, input)
                        .finding(
                                severity(),
                                List.of(Element.service(proxy.key())),
                                Element.service(proxy.key()),
                                "Traefik (" + proxy.key() + ") gives a route to every container that exposes a port: "
                                        + some(unasked) + " may answer to whoever reaches Traefik and names "
                                        + (unasked.size() == 1 ? "it" : "them") + ", though no label asks for that.",
                                "Set --providers.docker.exposedbydefault=false, and the label traefik.enable=true where a"
                                        + " route is wanted."));
            }
        }
    }

    /** Others get a route as well, and requests for it end in a bad gateway. */
    private static boolean reached(Service service, ProxyServer proxy, Topology topology, ServiceNetworks networks) {
        return networks.owner(service).orElse(service).attachments().stream()
                .flatMap(attachment -> topology.network(attachment.network()).stream())
                .anyMatch(network -> proxy.onHost() || proxy.joins(network));
    }

    private static boolean asks(Service service) {
        return service.container().labels().keySet().stream().anyMatch(name -> name.startsWith("traefik."));
    }

    private static String some(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }
}
