package dev.bulkhead.check.address;

import dev.bulkhead.address.Ip;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check that no two containers of a network have the same address, nor that of the gateway or of an auxiliary host.
 */
final class StaticAddressDuplicateCheck implements Check {

    private record Place(String network, Ip ip) {}

    @Override
    public String id() {
        return "static-address-duplicate";
    }

    @Override
    public String title() {
        return "Static addresses are used once";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        Map<Place, StaticAddress> first = new HashMap<>();
        for (StaticAddress address : StaticAddress.of(input.topology())) {
            Optional<Ip> ip = address.ip();
            if (ip.isEmpty()) {
                continue;
            }
            reserved(input, address, ip.get())
                    .ifPresent(owner -> findings.accept(build.error(
                            address.subjects(),
                            address.place(),
                            address.sentence() + " is that of " + owner + ".",
                            FIX)));
            StaticAddress earlier = first.putIfAbsent(new Place(address.network(), ip.get()), address);
            if (earlier != null) {
                findings.accept(duplicate(build, address, earlier));
            }
        }
    }

    private static final String FIX = "Give one of them another address of the subnet.";

    private static Finding duplicate(FindingBuilder build, StaticAddress address, StaticAddress earlier) {
        Severity severity = Profiles.together(address.service(), earlier.service()) ? Severity.ERROR : Severity.WARNING;
        return build.finding(
                severity,
                List.of(
                        Element.service(address.service().key()),
                        Element.service(earlier.service().key()),
                        Element.network(address.network())),
                address.place(),
                address.sentence() + " is also that of service "
                        + earlier.service().key() + ".",
                FIX);
    }

    private static Optional<String> reserved(CheckInput input, StaticAddress address, Ip ip) {
        Optional<Network> network = input.topology().network(address.network());
        for (Pool pool : network.map(Pool::of).orElse(List.of())) {
            if (pool.gateway().equals(Optional.of(ip))) {
                return Optional.of("the network's gateway");
            }
            for (Map.Entry<String, String> entry : pool.subnet().auxAddresses().entrySet()) {
                if (Ip.tryParse(entry.getValue()).equals(Optional.of(ip))) {
                    return Optional.of("the auxiliary host " + entry.getKey());
                }
            }
        }
        return Optional.empty();
    }
}
