package dev.bulkhead.ui.inspector;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.Optional;
import org.controlsfx.control.PropertySheet;

/** Fields of a network; each becomes an edit when it is left or Enter is pressed. */
final class NetworkSheet extends PropertySheet {

    NetworkSheet(Network network, InspectorActions actions) {
        setId("network-sheet");
        getStyleClass().add("bh-network-sheet");
        setModeSwitcherVisible(false);
        setSearchBoxVisible(false);
        setMode(Mode.NAME);
        setPropertyEditorFactory(item -> ((SheetItem) item).editor());
        Optional<Subnet> pool = network.subnets().stream().findFirst();
        String subnet = pool.flatMap(Subnet::subnet).orElse("");
        getItems()
                .addAll(
                        SheetItem.text(
                                "Name",
                                "Its key in the files; every membership follows.",
                                network.key(),
                                NetworkSheet::nameTrouble,
                                name -> actions.apply(new TopologyEdit.RenameNetwork(network.key(), name))),
                        SheetItem.text(
                                "Subnet",
                                "Address range in CIDR notation, for instance 172.20.1.0/24.",
                                subnet,
                                NetworkSheet::subnetTrouble,
                                cidr -> actions.moveNetwork(network.key(), cidr)),
                        SheetItem.fixed(
                                "Gateway",
                                pool.flatMap(Subnet::gateway)
                                        .orElseGet(() -> Cidr.tryParse(subnet)
                                                .map(cidr -> cidr.defaultGateway() + " (automatic)")
                                                .orElse("automatic"))),
                        SheetItem.toggle(
                                "Internal",
                                "No way out: packets that would leave the subnet are dropped.",
                                network.internal(),
                                on -> actions.apply(new TopologyEdit.SetInternal(network.key(), on))),
                        SheetItem.fixed("Driver", network.options().driver().orElse("bridge")),
                        SheetItem.fixed("Real name", network.name()),
                        SheetItem.fixed("Made by", network.external() ? "somebody else (external)" : "Compose"));
    }

    private static Optional<String> nameTrouble(String name) {
        return name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]*")
                ? Optional.empty()
                : Optional.of("A name has letters, digits, dots, dashes and underscores.");
    }

    private static Optional<String> subnetTrouble(String text) {
        return Cidr.tryParse(text).isPresent()
                ? Optional.empty()
                : Optional.of("A subnet looks like 172.20.1.0/24, with no bits set behind the prefix.");
    }
}
