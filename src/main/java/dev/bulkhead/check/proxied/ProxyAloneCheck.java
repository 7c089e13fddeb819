package dev.bulkhead.check.proxied;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.lint.ServiceNetworks;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Check that a reverse proxy whose routes stand in no file, as Nginx Proxy Manager keeps them in its database, shares a network
 * with somebody (NginxProxyManager/nginx-proxy-manager#1441, #3050). Who publishes a port can be reached by the host's address
 * and is no reason.
 */
final class ProxyAloneCheck implements Check {

    /** What serves a proxy itself, and is nobody that it sends requests to. */
    private static final Set<Role> ITS_OWN = EnumSet.of(Role.DATABASE, Role.CACHE, Role.REVERSE_PROXY, Role.TUNNEL);

    @Override
    public String id() {
        return "proxy-alone";
    }

    @Override
    public String title() {
        return "A reverse proxy shares a network with those that it can send requests to";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        List<Service> proxies = input.topology().services().values().stream()
                .filter(service -> role(input, service).equals(Optional.of(Role.REVERSE_PROXY)))
                .toList();
        if (proxies.isEmpty()) {
            return;
        }
        ServiceNetworks networks = new ServiceNetworks(input.topology(), input.reach());
        ProxyRoutes known = networks.proxies();
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service proxy : proxies) {
            boolean ofProject = ProxiedService.onNetworks(proxy, networks) && !shared(input, owner(networks, proxy));
            if (known.server(proxy.key()).isEmpty() && ofProject) {
                alone(input, networks, proxy).ifPresent(waiting -> findings.accept(finding(build, proxy, waiting)));
            }
        }
    }

    /** Returns those that wait for a proxy which meets none of them. */
    private static Optional<List<Service>> alone(CheckInput input, ServiceNetworks networks, Service proxy) {
        Set<String> own = joined(owner(networks, proxy));
        List<Service> waiting = new ArrayList<>();
        for (Service service : input.topology().services().values()) {
            Optional<Role> role = role(input, service);
            boolean served = !service.key().equals(proxy.key())
                    && Profiles.together(service, proxy)
                    && role.filter(ITS_OWN::contains).isEmpty();
            if (served) {
                Service owner = owner(networks, service);
                boolean meets = !(owner.networkMode() instanceof NetworkMode.Networks)
                        || joined(owner).stream().anyMatch(own::contains);
                if (meets) {
                    return Optional.empty();
                }
                if (hasPage(input, service) && owner.ports().isEmpty()) {
                    waiting.add(service);
                }
            }
        }
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting);
    }

    private static Service owner(ServiceNetworks networks, Service service) {
        return networks.owner(service).orElse(service);
    }

    private static Set<String> joined(Service service) {
        return service.attachments().stream().map(Attachment::network).collect(Collectors.toCollection(HashSet::new));
    }

    /** On an external network it may meet services of other projects. */
    private static boolean shared(CheckInput input, Service service) {
        return service.attachments().stream()
                .flatMap(attachment -> input.topology().network(attachment.network()).stream())
                .anyMatch(Network::external);
    }

    private static Optional<Role> role(CheckInput input, Service service) {
        return entry(input, service).map(CatalogueEntry::role);
    }

    private static boolean hasPage(CheckInput input, Service service) {
        return entry(input, service)
                .flatMap(entry -> entry.listening().webPort())
                .isPresent();
    }

    private static Optional<CatalogueEntry> entry(CheckInput input, Service service) {
        return service.container().image().flatMap(input.catalogue()::byImage);
    }

    private Finding finding(FindingBuilder build, Service proxy, List<Service> waiting) {
        String names = waiting.stream().map(Service::key).collect(Collectors.joining(", "));
        boolean one = waiting.size() == 1;
        return build.finding(
                severity(),
                List.of(
                        Element.service(proxy.key()),
                        Element.service(waiting.getFirst().key())),
                Element.service(proxy.key()),
                "Reverse proxy " + proxy.key() + " shares no network with any service that it could send requests to;"
                        + " nobody reaches the " + (one ? "page" : "pages") + " of " + names + ", which "
                        + (one ? "publishes" : "publish") + " no port.",
                "Let " + proxy.key() + " and " + names + " join one network.");
    }
}
