package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.AddressMove;
import dev.bulkhead.topology.edit.AddressMove.Slot;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fields of a network's address pools: subnet, gateway and range of each, and one pool more. */
final class PoolFields {

    private static final String SUBNET = Words.of("poolfields.address-range-in-cidr-notation");

    private final Network network;
    private final FieldElement config;

    PoolFields(Network network) {
        this.network = network;
        this.config = Element.network(network.key()).field("ipam", "config");
    }

    /**
     * Returns the fields.
     *
     * @param first what another text of the first pool's subnet means: what was chosen inside moves with it
     */
    List<FormItem> of(Function<String, FieldDraft> first, Optional<Cidr> free) {
        List<FormItem> items = new ArrayList<>();
        List<Subnet> pools = network.subnets();
        for (int i = 0; i < pools.size(); i++) {
            items.addAll(pool(i, pools.get(i), i == 0 ? first : subnet(i), i == 0 ? free : Optional.empty()));
        }
        boolean none = pools.isEmpty();
        items.add(new FormItem.Text(
                        none ? "subnet" : "further-subnet",
                        none ? Words.of("poolfields.subnet") : Words.of("poolfields.further-subnet"),
                        SUBNET + (none ? "" : " " + Words.of("poolfields.one-for-each-family-of")),
                        "",
                        none ? Words.of("poolfields.the-engine-chooses") : Words.of("poolfields.none"),
                        cidr(none ? first : text -> new FieldDraft.Change(added(text))))
                .suggesting(none ? free.map(Cidr::toString) : Optional.empty()));
        return items;
    }

    private List<FormItem> pool(int index, Subnet pool, Function<String, FieldDraft> subnet, Optional<Cidr> free) {
        String number = index == 0 ? "" : " " + (index + 1);
        String id = index == 0 ? "" : "-" + (index + 1);
        String cidr = pool.subnet().orElse("");
        return List.of(
                new FormItem.Text(
                                "subnet" + id,
                                Words.of("poolfields.subnet-2", number),
                                Words.of("poolfields.gateway-range-and-static-addresses", SUBNET),
                                cidr,
                                Words.of("poolfields.the-engine-chooses"),
                                text -> text.isEmpty()
                                        ? new FieldDraft.Change(removed(index))
                                        : cidr(subnet).apply(text))
                        .suggesting(free.map(Cidr::toString)),
                new FormItem.Text(
                        "gateway" + id,
                        Words.of("poolfields.gateway", number),
                        Words.of("poolfields.address-of-the-bridge-on"),
                        pool.gateway().orElse(""),
                        Cidr.tryParse(cidr)
                                .map(range -> Words.of("poolfields.automatic", range.defaultGateway()))
                                .orElse(Words.of("poolfields.automatic-2")),
                        text -> text.isEmpty()
                                ? new FieldDraft.Change(set(index, with(pool, Optional.empty(), pool.ipRange())))
                                : gateway(index, pool, text)),
                new FormItem.Text(
                        "range" + id,
                        Words.of("poolfields.range", number),
                        Words.of("poolfields.part-of-the-subnet-that"),
                        pool.ipRange().orElse(""),
                        Words.of("poolfields.the-whole-subnet"),
                        text -> text.isEmpty()
                                ? new FieldDraft.Change(set(index, with(pool, pool.gateway(), Optional.empty())))
                                : cidr(range -> range(index, pool, range)).apply(text)));
    }

    private FieldDraft gateway(int index, Subnet pool, String text) {
        return NetworkItems.addressTrouble(text)
                .<FieldDraft>map(FieldDraft.Wrong::new)
                .orElseGet(() -> new FieldDraft.Change(
                        pool.gateway().isPresent()
                                ? move(new Slot.PoolGateway(index), text)
                                : set(index, with(pool, Optional.of(text), pool.ipRange()))));
    }

    private FieldDraft range(int index, Subnet pool, String text) {
        return new FieldDraft.Change(
                pool.ipRange().isPresent()
                        ? move(new Slot.PoolRange(index), text)
                        : set(index, with(pool, pool.gateway(), Optional.of(text))));
    }

    private Function<String, FieldDraft> subnet(int index) {
        return text -> new FieldDraft.Change(move(new Slot.PoolSubnet(index), text));
    }

    /** Returns a draft of a text only if that is a subnet. */
    private static Function<String, FieldDraft> cidr(Function<String, FieldDraft> draft) {
        return text -> Cidr.tryParse(text).isPresent()
                ? draft.apply(text)
                : new FieldDraft.Wrong(Words.of("poolfields.a-subnet-looks-like-172"));
    }

    private ProjectEdit move(Slot slot, String value) {
        return new TopologyEdit.Renumber(network.key(), List.of(new AddressMove(slot, value)));
    }

    private static Subnet with(Subnet pool, Optional<String> gateway, Optional<String> range) {
        return new Subnet(pool.subnet(), gateway, range, pool.auxAddresses());
    }

    private ProjectEdit added(String subnet) {
        return new FieldEdit.AddItem(config, value(Subnet.of(subnet)));
    }

    private ProjectEdit set(int index, Subnet pool) {
        List<Subnet> pools = new ArrayList<>(network.subnets());
        pools.set(index, pool);
        return set(pools);
    }

    private ProjectEdit removed(int index) {
        List<Subnet> pools = new ArrayList<>(network.subnets());
        pools.remove(index);
        return pools.isEmpty()
                ? new FieldEdit.RemoveField(Element.network(network.key()).field("ipam"))
                : set(pools);
    }

    private ProjectEdit set(List<Subnet> pools) {
        return new FieldEdit.SetField(
                config,
                new FieldValue.Items(
                        pools.stream().<FieldValue>map(PoolFields::value).toList()));
    }

    private static FieldValue value(Subnet pool) {
        FieldValue.Fields fields = FieldValue.fields();
        for (var field : List.of(
                new Named("subnet", pool.subnet()),
                new Named("ip_range", pool.ipRange()),
                new Named("gateway", pool.gateway()))) {
            if (field.value().isPresent()) {
                fields = fields.with(field.name(), FieldValue.text(field.value().get()));
            }
        }
        if (!pool.auxAddresses().isEmpty()) {
            FieldValue.Fields hosts = FieldValue.fields();
            for (var host : pool.auxAddresses().entrySet()) {
                hosts = hosts.with(host.getKey(), FieldValue.text(host.getValue()));
            }
            fields = fields.with("aux_addresses", hosts);
        }
        return fields;
    }

    private record Named(String name, Optional<String> value) {}
}
