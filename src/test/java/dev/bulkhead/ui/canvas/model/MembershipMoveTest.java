package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a membership goes along to another network. */
class MembershipMoveTest {

    private final Topology topology = SampleTopologies.mediaServerAfter()
            .withNetwork(
                    new Network("lab-net", "lab-net", NetworkOptions.defaults(), List.of(Subnet.of("172.30.0.0/24"))));

    @Test
    void aliasesRanksAndMacAddressGoAlong() {
        MembershipMove move = move(Attachment.to("backend-net")
                .withAliases(List.of("tv"))
                .withPriority(3)
                .withGwPriority(5)
                .withMacAddress("02:42:ac:11:00:02"));

        assertThat(move.attachment().network()).isEqualTo("lab-net");
        assertThat(move.attachment().aliases()).containsExactly("tv");
        assertThat(move.attachment().gwPriority()).isEqualTo(5);
        assertThat(move.words()).isEqualTo("keeps alias tv, priority 3, gw_priority 5, 02:42:ac:11:00:02");
    }

    @Test
    void anAddressOutsideTheOtherNetworkCannotBeKeptAndThatIsSaid() {
        MembershipMove move =
                move(Attachment.to("backend-net").withAddresses(Optional.of("10.9.9.9"), Optional.empty()));

        assertThat(move.attachment()).isEqualTo(Attachment.to("lab-net"));
        assertThat(move.words()).isEqualTo("cannot keep 10.9.9.9 (lab-net is 172.30.0.0/24)");
    }

    @Test
    void anAddressThatTheOtherNetworkHasIsKeptUnlessSomebodyElseHasIt() throws EditRejectedException {
        Attachment fixed = Attachment.to("backend-net").withAddresses(Optional.of("172.30.0.9"), Optional.empty());
        assertThat(move(fixed).words()).isEqualTo("keeps 172.30.0.9");

        Topology taken = new TopologyEdit.Attach(
                        "prowlarr", Attachment.to("lab-net").withAddresses(Optional.of("172.30.0.9"), Optional.empty()))
                .apply(topology);
        assertThat(MembershipMove.of(taken, "bazarr", fixed, "lab-net").words())
                .isEqualTo("cannot keep 172.30.0.9 (prowlarr has it on lab-net)");
    }

    private MembershipMove move(Attachment from) {
        return MembershipMove.of(topology, "bazarr", from, "lab-net");
    }
}
