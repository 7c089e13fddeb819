package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Form for a new network: name, subnet, whether it is internal. */
final class NewNetworkForm extends VBox {

    private final Topology topology;
    private final TextField name = new TextField();
    private final TextField subnet;
    private final CheckBox internal = new CheckBox(Words.of("newnetworkform.internal-nothing-in-it-reaches"));
    private final ObservableValue<String> trouble;

    NewNetworkForm(Topology topology, List<Cidr> used, Optional<Cidr> proposed) {
        this.topology = topology;
        getStyleClass().add("bh-form");
        ManualTopics.tell(this, () -> Optional.of(ManualPlace.page("addresses")));
        name.setId("new-network-name");
        name.setPromptText(Words.of("newnetworkform.for-instance-frontend-net"));
        name.setAccessibleText(Words.of("newnetworkform.name-of-the-network"));
        subnet = new TextField(proposed.map(Cidr::toString).orElse(""));
        subnet.setId("new-network-subnet");
        subnet.setPromptText(Words.of("newnetworkform.empty-the-engine-chooses"));
        subnet.setAccessibleText(Words.of("newnetworkform.subnet-of-the-network"));
        subnet.getStyleClass().add("bh-mono");
        internal.setId("new-network-internal");
        trouble = Bindings.createStringBinding(
                () -> trouble(
                        topology, used, name.getText().strip(), subnet.getText().strip()),
                name.textProperty(),
                subnet.textProperty());
        Label wrong = Nodes.wrapped("", "bh-form-trouble");
        wrong.textProperty().bind(trouble);
        Label hint = Nodes.label(
                proposed.isPresent() ? Words.of("newnetworkform.the-next-range-that-nothing") : "", "bh-muted");
        getChildren()
                .addAll(
                        Nodes.label(Words.of("newnetworkform.name"), "bh-form-label"),
                        name,
                        Nodes.label(Words.of("newnetworkform.subnet"), "bh-form-label"),
                        subnet,
                        hint,
                        internal,
                        wrong);
    }

    /** Whether the network can be made of what the fields say. */
    ObservableValue<Boolean> valid() {
        return Bindings.createBooleanBinding(
                () -> trouble.getValue().isEmpty() && !name.getText().isBlank(), name.textProperty(), trouble);
    }

    /** Returns the name of the network. */
    String key() {
        return name.getText().strip();
    }

    /** Returns the edit that declares the network. */
    TopologyEdit edit() {
        String key = key();
        String cidr = subnet.getText().strip();
        NetworkOptions options = NetworkOptions.defaults().withInternal(internal.isSelected());
        List<Subnet> pools = cidr.isEmpty() ? List.of() : List.of(Subnet.of(cidr));
        return new TopologyEdit.AddNetwork(new Network(key, topology.project() + "_" + key, options, pools));
    }

    /** Returns what is wrong with a name and a subnet; empty for nothing. */
    static String trouble(Topology topology, List<Cidr> used, String name, String subnet) {
        if (topology.networks().containsKey(name)) {
            return Words.of("newnetworkform.there-is-a-network-already", name);
        }
        if (!name.isEmpty() && !name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]*")) {
            return Words.of("newnetworkform.a-name-has-letters-digits");
        }
        if (subnet.isEmpty()) {
            return "";
        }
        Optional<Cidr> cidr = Cidr.tryParse(subnet);
        if (cidr.isEmpty()) {
            return Words.of("newnetworkform.a-subnet-looks-like-172");
        }
        return used.stream()
                .filter(cidr.get()::overlaps)
                .findFirst()
                .map(other -> Words.of("newnetworkform.overlaps-which-is-in-use", subnet, other))
                .orElse("");
    }
}
