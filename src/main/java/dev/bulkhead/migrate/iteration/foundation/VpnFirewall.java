package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Firewall of a VPN client, which answers only to ranges it is told of (Gluetun wiki,
 * {@code FIREWALL_OUTBOUND_SUBNETS}).
 */
public final class VpnFirewall {

    /** The variable that lists the ranges. */
    public static final String VARIABLE = "FIREWALL_OUTBOUND_SUBNETS";

    private VpnFirewall() {}

    /**
     * Returns the edits that tell every VPN that joins a tier of the new range, and of those of the networks that it is on: it
     * opens only that of its default route by itself, and which one that is may change.
     */
    static List<TopologyEdit> edits(IterationInput input, Evidence evidence, Answers answers, Cidr base) {
        List<TopologyEdit> edits = new ArrayList<>();
        for (ServiceProfile profile : evidence.profiles()) {
            Optional<String> present = Optional.ofNullable(
                    profile.service().container().environment().get(VARIABLE));
            if (present.isPresent() && !answers.tiersOf(profile.key()).isEmpty()) {
                String wanted = extended(present.get(), base);
                for (Cidr range : present(input, profile.service())) {
                    wanted = extended(wanted, range);
                }
                if (!wanted.equals(present.get())) {
                    edits.add(new TopologyEdit.SetEnvironment(profile.key(), VARIABLE, wanted));
                }
            }
        }
        return edits;
    }

    /** The IPv4 ranges of the networks that a service is on, as the engine has them, else as the files state them. */
    private static List<Cidr> present(IterationInput input, Service service) {
        return service.attachments().stream()
                .flatMap(attachment -> input.topology().network(attachment.network()).stream())
                .flatMap(
                        network -> input
                                .observed()
                                .network(network.name())
                                .map(ObservedNetwork::subnets)
                                .orElse(network.subnets())
                                .stream())
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.tryParse(text).stream())
                .filter(Cidr::isIpv4)
                .toList();
    }

    /** Returns the list with the range in it, before the first range that comes after it. */
    public static String extended(String list, Cidr base) {
        List<String> ranges = new ArrayList<>(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList());
        boolean covered = ranges.stream()
                .flatMap(range -> Cidr.enclosing(range).stream())
                .anyMatch(range -> range.contains(base));
        if (covered) {
            return list;
        }
        int place = 0;
        while (place < ranges.size()
                && Cidr.enclosing(ranges.get(place))
                        .map(range -> range.compareTo(base) < 0)
                        .orElse(true)) {
            place++;
        }
        ranges.add(place, base.toString());
        return String.join(",", ranges);
    }
}
