package dev.bulkhead.check.lint;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check that Gluetun is told of the networks it has to answer on beside that of its default route, the only one that
 * its firewall opens by itself (gluetun-wiki {@code setup/options/firewall.md}; gluetun#411, gluetun#3163).
 */
final class VpnSubnetsCheck implements Check {

    private static final String VARIABLE = "FIREWALL_OUTBOUND_SUBNETS";

    @Override
    public String id() {
        return "vpn-subnets";
    }

    @Override
    public String title() {
        return "The VPN's firewall knows the networks it has to answer on";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        ServiceNetworks serviceNetworks = new ServiceNetworks(input.topology(), input.reach());
        FindingBuilder build = FindingBuilder.of(this, input);
        Map<String, Integer> members = new HashMap<>();
        for (Service service : input.topology().services().values()) {
            serviceNetworks.networks(service).forEach(network -> members.merge(network.name(), 1, Integer::sum));
        }
        for (Service service : input.topology().services().values()) {
            if (isGluetun(service)) {
                Optional<Network> gateway = serviceNetworks.gateway(service);
                List<Cidr> told = told(service);
                for (Network network : serviceNetworks.networks(service)) {
                    boolean secondary = gateway.filter(network::equals).isEmpty();
                    boolean hasOthers = members.getOrDefault(network.name(), 0) > 1;
                    if (secondary && hasOthers) {
                        untold(network, told)
                                .ifPresent(subnet -> findings.accept(finding(build, service, network, subnet)));
                    }
                }
            }
        }
    }

    private static boolean isGluetun(Service service) {
        return service.container()
                .image()
                .flatMap(ImageReference::parse)
                .map(image -> image.name().equals("gluetun"))
                .orElse(false);
    }

    private static List<Cidr> told(Service service) {
        String text = service.container().environment().getOrDefault(VARIABLE, "");
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .flatMap(part -> Cidr.enclosing(part).stream())
                .toList();
    }

    /** Returns the first stated IPv4 subnet of a network that no range covers; what is not stated cannot be compared. */
    private static Optional<Cidr> untold(Network network, List<Cidr> told) {
        return network.subnets().stream()
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.tryParse(text).stream())
                .filter(Cidr::isIpv4)
                .filter(subnet -> told.stream().noneMatch(range -> range.contains(subnet)))
                .findFirst();
    }

    private Finding finding(FindingBuilder build, Service service, Network network, Cidr subnet) {
        String key = service.key();
        Element place = service.attachment(network.key())
                .map(Attachment::network)
                .filter(n -> !service.container().environment().containsKey(VARIABLE))
                .<Element>map(n -> Element.membership(key, n))
                .orElse(Element.service(key).field("environment").field(VARIABLE));
        return build.finding(
                severity(),
                List.of(Element.service(key), Element.network(network.key())),
                place,
                "The firewall of " + key + " does not let it answer on network " + network.key() + ": " + VARIABLE
                        + " does not cover " + subnet + ", and the network is not that of its default route.",
                "Add " + subnet + " to " + VARIABLE + " of " + key + ".");
    }
}
