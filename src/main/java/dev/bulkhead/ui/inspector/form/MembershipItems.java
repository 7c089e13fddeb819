package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.address.Ip;
import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields of a service's membership in a network: its addresses, further names and priorities there. */
public final class MembershipItems {

    /** Free addresses are looked for among so many. */
    private static final int TRIED = 4096;

    private MembershipItems() {}

    /** Returns the fields of a membership. */
    public static List<FormItem> of(Topology topology, String service, Attachment membership) {
        String key = membership.network();
        FieldElement element = Element.service(service).field("networks", key);
        List<DeclaredRange> ranges =
                topology.network(key).map(n -> DeclaredRange.of(topology, n)).orElse(List.of());
        boolean six = topology.network(key).map(MembershipItems::six).orElse(false)
                || membership.ipv6().isPresent();
        String at = "-" + key;
        List<FormItem> items = new ArrayList<>();
        items.add(address("ipv4" + at, "IPv4 address", element.field("ipv4_address"), membership.ipv4(), ranges, true));
        if (six) {
            items.add(address(
                    "ipv6" + at, "IPv6 address", element.field("ipv6_address"), membership.ipv6(), ranges, false));
        }
        items.add(new FormItem.Text(
                "aliases" + at,
                "Aliases",
                "Further names by which others on this network find the service, separated by commas.",
                String.join(", ", membership.aliases()),
                "none",
                text -> aliases(element.field("aliases"), membership.aliases(), text)));
        items.add(new FormItem.Text(
                "join-priority" + at,
                "Priority",
                "In which order the engine joins the networks, the highest first (priority). It decides which of them has the"
                        + " default route only where engine or Compose know no gateway priority.",
                membership.priority() == 0 ? "" : Integer.toString(membership.priority()),
                "0",
                text -> priority(element.field("priority"), text)));
        items.add(new FormItem.Text(
                "priority" + at,
                "Gateway priority",
                "The network with the highest provides the default route and carries published ports (gw_priority;"
                        + " Compose 2.33, Docker 28).",
                membership.gwPriority() == 0 ? "" : Integer.toString(membership.gwPriority()),
                "0",
                text -> priority(element.field("gw_priority"), text)));
        items.add(new FormItem.Text(
                "mac" + at,
                "MAC address",
                "Address of the network card on this network; empty lets the engine choose.",
                membership.macAddress().orElse(""),
                "automatic",
                Entries.scalar(
                        element.field("mac_address"),
                        text -> text.matches("(?i)[0-9a-f]{2}(:[0-9a-f]{2}){5}")
                                ? Optional.empty()
                                : Optional.of("A MAC address looks like 02:42:ac:14:00:05."))));
        return items;
    }

    private static boolean six(Network network) {
        return network.options().enableIpv6()
                || network.subnets().stream()
                        .anyMatch(pool ->
                                pool.subnet().filter(s -> s.contains(":")).isPresent());
    }

    private static FormItem address(
            String id,
            String name,
            FieldElement field,
            Optional<String> now,
            List<DeclaredRange> ranges,
            boolean four) {
        Optional<DeclaredRange> range =
                ranges.stream().filter(r -> r.cidr().isIpv4() == four).findFirst();
        return new FormItem.Text(
                        id,
                        name,
                        range.map(r -> "Address that stays, inside " + r.cidr() + "; empty lets the engine choose.")
                                .orElse("Address that stays; the network has to state a subnet for it."),
                        now.orElse(""),
                        "automatic",
                        Entries.scalar(field, NetworkItems::addressTrouble))
                .suggesting(now.isPresent() ? Optional.empty() : range.flatMap(MembershipItems::free));
    }

    /**
     * Returns an address of a range that nothing has: outside the part for automatic ones where there is one, else from the
     * upper end, for the engine gives the lowest.
     */
    static Optional<String> free(DeclaredRange range) {
        Set<Ip> taken = new HashSet<>(range.hosts());
        taken.add(range.bridge());
        range.statics().forEach(one -> taken.add(one.ip()));
        BigInteger last = range.cidr().size().subtract(BigInteger.TWO);
        boolean split = range.ipRange().isPresent();
        for (int i = 0; i < TRIED; i++) {
            BigInteger offset = split ? BigInteger.valueOf(i + 1L) : last.subtract(BigInteger.valueOf(i));
            if (offset.signum() <= 0 || offset.compareTo(last) > 0) {
                return Optional.empty();
            }
            Ip ip = range.cidr().address(offset);
            if (!taken.contains(ip) && !(split && range.automaticRange().contains(ip))) {
                return Optional.of(ip.toString());
            }
        }
        return Optional.empty();
    }

    private static FieldDraft aliases(FieldElement field, List<String> before, String text) {
        List<String> names = Entries.words(text);
        if (names.equals(before)) {
            return new FieldDraft.Same();
        }
        Optional<String> odd = names.stream()
                .filter(name -> !name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]*"))
                .findFirst();
        if (odd.isPresent()) {
            return new FieldDraft.Wrong(
                    "The alias " + odd.get() + " is no name: letters, digits, dots, dashes, underscores.");
        }
        return new FieldDraft.Change(
                names.isEmpty()
                        ? new FieldEdit.RemoveField(field)
                        : new FieldEdit.SetField(field, FieldValue.texts(names.toArray(String[]::new))));
    }

    private static FieldDraft priority(FieldElement field, String text) {
        if (text.isEmpty()) {
            return new FieldDraft.Change(new FieldEdit.RemoveField(field));
        }
        return text.matches("-?[0-9]{1,9}")
                ? new FieldDraft.Change(new FieldEdit.SetField(field, FieldValue.number(Long.parseLong(text))))
                : new FieldDraft.Wrong("A priority is a whole number, for instance 100; the highest wins.");
    }
}
