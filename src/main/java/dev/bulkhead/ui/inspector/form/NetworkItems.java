package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.address.plan.Renumbering;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Fields of a network. */
public final class NetworkItems {

    private static final String ENGINES_OWN = Words.of("networkitems.bridge-the-engine-s-own");
    private static final List<String> DRIVERS = List.of(ENGINES_OWN, "bridge", "overlay", "macvlan", "ipvlan");

    private final Topology topology;
    private final Network network;
    private final NetworkElement element;

    private NetworkItems(Topology topology, Network network) {
        this.topology = topology;
        this.network = network;
        this.element = Element.network(network.key());
    }

    /**
     * Returns the fields of a network.
     *
     * @param free a subnet that nothing uses, to be offered
     */
    public static List<FormItem> of(Topology topology, Network network, Optional<Cidr> free) {
        return new NetworkItems(topology, network).items(free);
    }

    /** Returns the switches of several networks at once; one edit switches all. */
    public static List<FormItem> of(List<Network> networks) {
        return List.of(
                together(
                        networks,
                        "internal",
                        Words.of("networkitems.internal"),
                        INTERNAL,
                        Network::internal,
                        NetworkItems::internal),
                together(
                        networks,
                        "attachable",
                        Words.of("networkitems.attachable"),
                        ATTACHABLE,
                        network -> network.options().attachable(),
                        (network, on) -> Entries.flag(Element.network(network.key()), "attachable")
                                .apply(on)),
                together(
                        networks,
                        "ipv6",
                        Words.of("networkitems.ipv6"),
                        IPV6,
                        network -> network.options().enableIpv6(),
                        (network, on) -> Entries.flag(Element.network(network.key()), "enable_ipv6")
                                .apply(on)));
    }

    private static final String INTERNAL = Words.of("networkitems.no-way-out-packets-that");
    private static final String ATTACHABLE = Words.of("networkitems.containers-outside-the-project-may");
    private static final String IPV6 = Words.of("networkitems.the-engine-also-assigns-ipv6");

    /** Edit of one network among several. */
    private interface Switching {
        ProjectEdit edit(Network network, boolean on);
    }

    private static FormItem together(
            List<Network> networks,
            String id,
            String name,
            String help,
            Function<Network, Boolean> now,
            Switching switching) {
        List<Boolean> states = networks.stream().map(now).distinct().toList();
        boolean possible = networks.stream().noneMatch(Network::external);
        Function<Boolean, ProjectEdit> edit = on -> new ProjectEdit.Series(
                on
                        ? Words.of("networkitems.switch-on", name.toLowerCase(Locale.ROOT), networks.size())
                        : Words.of("networkitems.switch-off", name.toLowerCase(Locale.ROOT), networks.size()),
                networks.stream()
                        .filter(network -> !now.apply(network).equals(on))
                        .map(network -> switching.edit(network, on))
                        .toList());
        return new FormItem.Switch(
                id,
                name,
                possible ? help : Words.of("networkitems.one-of-them-is-external", help),
                states.size() == 1 ? Optional.of(states.getFirst()) : Optional.empty(),
                possible ? Optional.of(edit) : Optional.empty());
    }

    private static ProjectEdit internal(Network network, boolean on) {
        return new TopologyEdit.SetInternal(network.key(), on);
    }

    private List<FormItem> items(Optional<Cidr> free) {
        NetworkOptions options = network.options();
        List<FormItem> items = new ArrayList<>();
        items.add(new FormItem.Text(
                "name",
                Words.of("networkitems.name"),
                Words.of("networkitems.its-key-in-the-files"),
                network.key(),
                "",
                this::rename));
        if (network.external()) {
            items.add(new FormItem.Fixed(
                    Words.of("networkitems.made-by"),
                    Words.of("networkitems.compose-expects-to-find-it"),
                    Words.of("networkitems.somebody-else-external")));
        } else {
            items.addAll(new PoolFields(network).of(this::move, free));
            items.add(toggle(
                    "internal",
                    Words.of("networkitems.internal"),
                    INTERNAL,
                    network.internal(),
                    on -> internal(network, on)));
            items.add(toggle(
                    "ipv6",
                    Words.of("networkitems.ipv6"),
                    IPV6,
                    options.enableIpv6(),
                    Entries.flag(element, "enable_ipv6")));
            items.add(toggle(
                    "attachable",
                    Words.of("networkitems.attachable"),
                    ATTACHABLE,
                    options.attachable(),
                    Entries.flag(element, "attachable")));
            items.add(driver(options.driver()));
            items.add(entries(
                    "options",
                    Words.of("networkitems.options"),
                    Words.of("networkitems.options-of-the-driver-a"),
                    "driver_opts",
                    options));
            items.add(entries(
                    "labels",
                    Words.of("networkitems.labels"),
                    Words.of("networkitems.labels-of-the-network-a"),
                    "labels",
                    options));
        }
        items.add(toggle(
                "external",
                Words.of("networkitems.external"),
                Words.of("networkitems.compose-does-not-create-the"),
                network.external(),
                Entries.flag(element, "external")));
        items.add(new FormItem.Fixed(
                Words.of("networkitems.real-name"), Words.of("networkitems.its-name-on-the-engine"), network.name()));
        return items;
    }

    private static FormItem toggle(
            String id, String name, String help, boolean on, Function<Boolean, ProjectEdit> edit) {
        return new FormItem.Switch(id, name, help, Optional.of(on), Optional.of(edit));
    }

    private FieldDraft rename(String name) {
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]*")) {
            return new FieldDraft.Wrong(Words.of("networkitems.a-name-has-letters-digits"));
        }
        return topology.network(name).isPresent()
                ? new FieldDraft.Wrong(Words.of("networkitems.there-is-a-network-already", name))
                : new FieldDraft.Change(new TopologyEdit.RenameNetwork(network.key(), name));
    }

    /** The first subnet moves with what was chosen inside it. */
    private FieldDraft move(String cidr) {
        try {
            return new FieldDraft.Change(Renumbering.edit(topology, network.key(), cidr));
        } catch (EditRejectedException refused) {
            return new FieldDraft.Wrong(String.valueOf(refused.getMessage()));
        }
    }

    private FormItem driver(Optional<String> stated) {
        List<String> options = new ArrayList<>(DRIVERS);
        stated.filter(driver -> !options.contains(driver)).ifPresent(options::add);
        return new FormItem.Choice(
                "driver",
                Words.of("networkitems.driver"),
                Words.of("networkitems.who-makes-the-network-bridge"),
                stated.orElse(ENGINES_OWN),
                options,
                chosen -> chosen.equals(ENGINES_OWN)
                        ? new FieldEdit.RemoveField(element.field("driver"))
                        : new FieldEdit.SetField(element.field("driver"), FieldValue.text(chosen)));
    }

    private FormItem entries(String id, String name, String help, String field, NetworkOptions options) {
        var entries = field.equals("labels") ? options.labels() : options.driverOpts();
        return new FormItem.Text(
                        id,
                        name,
                        help,
                        Entries.text(entries),
                        Words.of("networkitems.none"),
                        text -> Entries.draft(
                                element.field(field),
                                Words.of("networkitems.change-of", field, network.key()),
                                entries,
                                text))
                .inLines();
    }

    /** Returns whether a text is an address. */
    static Optional<String> addressTrouble(String text) {
        return Ip.tryParse(text).isPresent()
                ? Optional.empty()
                : Optional.of(Words.of("networkitems.an-address-looks-like-172"));
    }
}
