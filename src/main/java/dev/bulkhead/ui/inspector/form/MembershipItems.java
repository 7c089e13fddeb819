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
import dev.bulkhead.ui.words.Words;
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
        items.add(address(
                "ipv4" + at,
                Words.of("membershipitems.ipv4-address"),
                element.field("ipv4_address"),
                membership.ipv4(),
                ranges,
                true));
        if (six) {
            items.add(address(
                    "ipv6" + at,
                    Words.of("membershipitems.ipv6-address"),
                    element.field("ipv6_address"),
                    membership.ipv6(),
                    ranges,
                    false));
        }
        items.add(new FormItem.Text(
                "aliases" + at,
                Words.of("membershipitems.aliases"),
                Words.of("membershipitems.further-names-by-which-others"),
                String.join(", ", membership.aliases()),
                Words.of("membershipitems.none"),
                text -> aliases(element.field("aliases"), membership.aliases(), text)));
        items.add(new FormItem.Text(
                "join-priority" + at,
                Words.of("membershipitems.priority"),
                Words.of("membershipitems.in-which-order-the-engine"),
                membership.priority() == 0 ? "" : Integer.toString(membership.priority()),
                "0",
                text -> priority(element.field("priority"), text)));
        items.add(new FormItem.Text(
                "priority" + at,
                Words.of("membershipitems.gateway-priority"),
                Words.of("membershipitems.the-network-with-the-highest"),
                membership.gwPriority() == 0 ? "" : Integer.toString(membership.gwPriority()),
                "0",
                text -> priority(element.field("gw_priority"), text)));
        items.add(new FormItem.Text(
                "mac" + at,
                Words.of("membershipitems.mac-address"),
                Words.of("membershipitems.address-of-the-network-card"),
                membership.macAddress().orElse(""),
                Words.of("membershipitems.automatic"),
                Entries.scalar(
                        element.field("mac_address"),
                        text -> text.matches("(?i)[0-9a-f]{2}(:[0-9a-f]{2}){5}")
                                ? Optional.empty()
                                : Optional.of(Words.of("membershipitems.a-mac-address-looks-like")))));
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
                        range.map(r -> Words.of("membershipitems.address-that-stays-inside-empty", r.cidr()))
                                .orElse(Words.of("membershipitems.address-that-stays-the-network")),
                        now.orElse(""),
                        Words.of("membershipitems.automatic"),
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
            return new FieldDraft.Wrong(Words.of("membershipitems.the-alias-is-no-name", odd.get()));
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
                : new FieldDraft.Wrong(Words.of("membershipitems.a-priority-is-a-whole"));
    }
}
