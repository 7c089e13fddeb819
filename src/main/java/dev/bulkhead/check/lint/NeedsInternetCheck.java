package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Check that a service that needs the internet is not on internal networks only, which let nothing out (Docker
 * documentation, {@code --internal}).
 */
final class NeedsInternetCheck implements Check {

    private static final Set<String> PROXIES = Set.of("http_proxy", "https_proxy", "all_proxy");

    @Override
    public String id() {
        return "needs-internet";
    }

    @Override
    public String title() {
        return "Services that need the internet get out";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        ServiceNetworks serviceNetworks = new ServiceNetworks(input.topology(), input.reach());
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            Optional<String> need = service.container()
                    .image()
                    .flatMap(input.catalogue()::byImage)
                    .map(CatalogueEntry::traffic)
                    .flatMap(traffic -> traffic.internet());
            Optional<Service> owner = serviceNetworks.owner(service);
            if (need.isPresent() && owner.filter(serviceNetworks::onlyInternal).isPresent() && !hasProxy(service)) {
                findings.accept(
                        finding(build, service, owner.get(), serviceNetworks.networks(owner.get()), need.get()));
            }
        }
    }

    private static boolean hasProxy(Service service) {
        return service.container().environment().entrySet().stream()
                .anyMatch(variable -> PROXIES.contains(variable.getKey().toLowerCase(Locale.ROOT))
                        && !variable.getValue().isBlank());
    }

    private Finding finding(FindingBuilder build, Service service, Service owner, List<Network> networks, String need) {
        boolean own = service.networkMode() instanceof NetworkMode.Networks;
        String where = networks.size() == 1
                ? "network " + networks.getFirst().key() + ", which is internal"
                : "the internal networks "
                        + String.join(", ", networks.stream().map(Network::key).toList());
        return build.finding(
                severity(),
                List.of(
                        Element.service(service.key()),
                        Element.network(networks.getFirst().key())),
                Element.service(service.key()).field(own ? "networks" : "network_mode"),
                "Service " + service.key() + " needs the internet (" + need + "), but "
                        + (own ? "sits only on " : "the namespace of " + owner.key() + " has only ") + where + ".",
                "Let " + owner.key() + " join a network that is not internal as well.");
    }
}
