package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
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

    /** Returns the edits that tell every VPN that joins a tier of the new range. */
    static List<TopologyEdit> edits(Evidence evidence, Answers answers, Cidr base) {
        List<TopologyEdit> edits = new ArrayList<>();
        for (ServiceProfile profile : evidence.profiles()) {
            Optional<String> present = Optional.ofNullable(
                    profile.service().container().environment().get(VARIABLE));
            if (present.isPresent() && !answers.tiersOf(profile.key()).isEmpty()) {
                String wanted = extended(present.get(), base);
                if (!wanted.equals(present.get())) {
                    edits.add(new TopologyEdit.SetEnvironment(profile.key(), VARIABLE, wanted));
                }
            }
        }
        return edits;
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
