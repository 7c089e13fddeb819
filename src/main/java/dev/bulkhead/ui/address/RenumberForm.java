package dev.bulkhead.ui.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.plan.Mentions;
import dev.bulkhead.address.plan.Renumbering;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.AddressMove;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Form for a network's next subnet; it shows what moves along. */
public final class RenumberForm extends VBox {

    /** More lines than these are counted, so that the buttons stay in sight. */
    private static final int LINES = 8;

    private final Topology topology;
    private final String network;
    private final List<Cidr> others;
    private final TextField subnet;
    private final ObjectBinding<Answer> answer;

    /** What comes of the subnet as it is typed. */
    private record Answer(Optional<TopologyEdit> edit, String trouble) {}

    /**
     * Asks.
     *
     * @param others ranges in use by anything but the network itself
     * @param proposed a free subnet of the same size
     */
    public RenumberForm(Topology topology, String network, List<Cidr> others, Optional<Cidr> proposed) {
        this.topology = topology;
        this.network = network;
        this.others = List.copyOf(others);
        getStyleClass().add("bh-form");
        subnet = new TextField(proposed.map(Cidr::toString).orElse(""));
        ManualTopics.tell(this, () -> Optional.of(ManualPlace.page("addresses")));
        subnet.setId("renumber-subnet");
        subnet.setAccessibleText(Words.of("renumberform.new-subnet"));
        subnet.getStyleClass().add("bh-mono");
        answer = Bindings.createObjectBinding(this::answer, subnet.textProperty());
        Label wrong = Nodes.wrapped("", "bh-form-trouble");
        wrong.setId("renumber-trouble");
        wrong.textProperty().bind(answer.map(Answer::trouble));
        Label moves = Nodes.wrapped("", "bh-mono", "bh-renumber-moves");
        moves.textProperty()
                .bind(answer.map(a -> a.edit().map(RenumberForm::lines).orElse("")));
        getChildren().addAll(Nodes.label(Words.of("renumberform.new-subnet"), "bh-form-label"), subnet, wrong, moves);
        List<String> mentions = Mentions.of(topology, network);
        if (!mentions.isEmpty()) {
            getChildren()
                    .add(Nodes.wrapped(
                            Words.of("renumberform.addresses-of-the-present-subnet", String.join(", ", mentions)),
                            "bh-renumber-note"));
        }
    }

    /** Whether the network can move there. */
    public ObservableValue<Boolean> valid() {
        return answer.map(a -> a.edit().isPresent());
    }

    /** Returns the edit that moves the network. */
    public Optional<TopologyEdit> edit() {
        return answer.get().edit();
    }

    private Answer answer() {
        String text = subnet.getText().strip();
        Optional<Cidr> cidr = Cidr.tryParse(text);
        if (cidr.isEmpty()) {
            return new Answer(Optional.empty(), Words.of("renumberform.a-subnet-looks-like-172"));
        }
        Optional<Cidr> clash = others.stream().filter(cidr.get()::overlaps).findFirst();
        if (clash.isPresent()) {
            return new Answer(Optional.empty(), Words.of("renumberform.overlaps-which-is-in-use", text, clash.get()));
        }
        try {
            return new Answer(Optional.of(Renumbering.edit(topology, network, text)), "");
        } catch (EditRejectedException refused) {
            return new Answer(Optional.empty(), String.valueOf(refused.getMessage()));
        }
    }

    private static String lines(TopologyEdit edit) {
        List<String> lines = edit instanceof TopologyEdit.Renumber renumber
                ? renumber.moves().stream().skip(1).map(RenumberForm::line).toList()
                : List.of();
        if (lines.size() > LINES) {
            return Words.of("renumberform.and-more", String.join("\n", lines.subList(0, LINES)), lines.size() - LINES);
        }
        return String.join("\n", lines);
    }

    private static String line(AddressMove move) {
        String what = switch (move.slot()) {
            case AddressMove.Slot.PoolSubnet _ -> Words.of("renumberform.subnet");
            case AddressMove.Slot.PoolGateway _ -> Words.of("renumberform.gateway");
            case AddressMove.Slot.PoolRange _ -> "ip_range";
            case AddressMove.Slot.PoolHost(int pool, String host) -> host;
            case AddressMove.Slot.StaticIpv4(String service) -> service;
            case AddressMove.Slot.StaticIpv6(String service) -> service;
        };
        return what + " → " + move.value();
    }
}
