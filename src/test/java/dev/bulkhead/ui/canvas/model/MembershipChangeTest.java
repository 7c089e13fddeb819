package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.MembershipChange.Impossible;
import dev.bulkhead.ui.canvas.model.MembershipChange.Possible;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a click on a place of a service on a network would do. */
class MembershipChangeTest {

    /** Services s4 to s1, each on a network with the next: s4 and s3 on n0, s3 and s2 on n1, s2 and s1 on n2. */
    private static final Topology CHAIN = PairwiseTopologies.chain(4);

    @Test
    void whoIsNoMemberJoinsAndAMemberLeaves() {
        assertThat(MembershipChange.toggle(CHAIN, "s4", "n2"))
                .isEqualTo(new Possible(new TopologyEdit.Attach("s4", "n2")));
        assertThat(MembershipChange.toggle(CHAIN, "s3", "n0"))
                .isEqualTo(new Possible(new TopologyEdit.Detach("s3", "n0")));
    }

    @Test
    void theLastNetworkIsNotLeft() {
        assertThat(reason(MembershipChange.toggle(CHAIN, "s4", "n0")))
                .startsWith(
                        "Network n0 is the last one of s4: without it Compose would put the service on the default");
    }

    @Test
    void whatOnlyTheEngineHasIsNamed() {
        assertThat(reason(MembershipChange.toggle(CHAIN, "stray", "n0")))
                .isEqualTo("No file of the project has stray; only the engine does.");
        assertThat(reason(MembershipChange.toggle(CHAIN, "s4", "elsewhere")))
                .isEqualTo("Network elsewhere is not declared in the project; add it before attaching services.");
    }

    @Test
    void whoHasNoNetworksOfItsOwnCannotJoin() {
        Topology topology = PairwiseTopologies.with(CHAIN, "guest", new NetworkMode.OfService("s3"));

        assertThat(reason(MembershipChange.toggle(topology, "guest", "n0"))).contains("network_mode: service:s3");
    }

    @Test
    void aPlaceGoesWithItsAliasesAndAddressesButNotWithItsRanksAndMacAddress() throws Exception {
        Attachment place = new Attachment(
                "n0",
                List.of("tv"),
                Optional.of("10.1.0.9"),
                Optional.of("fd00::9"),
                3,
                5,
                Optional.of("02:42:ac:11:00:02"),
                Map.of("com.example", "1"));
        Topology topology = CHAIN.withService(
                CHAIN.service("s3").orElseThrow().withAttachments(List.of(place, Attachment.to("n1"))));

        MembershipChange change = MembershipChange.give(topology, "n0", "s3", "s1");

        assertThat(change).isInstanceOfSatisfying(Possible.class, possible -> {
            assertThat(possible.edit()).isInstanceOf(TopologyEdit.Batch.class);
            assertThat(possible.edit().describe()).isEqualTo("give s3's place on n0 to s1");
        });
        Topology after = ((Possible) change).edit().apply(topology);
        assertThat(after.service("s3").orElseThrow().joins("n0")).isFalse();
        assertThat(after.service("s3").orElseThrow().joins("n1")).isTrue();
        assertThat(after.service("s1").orElseThrow().attachment("n0"))
                .contains(Attachment.to("n0")
                        .withAliases(List.of("tv"))
                        .withAddresses(Optional.of("10.1.0.9"), Optional.of("fd00::9")));
    }

    @Test
    void aPlaceIsGivenAsAWholeOrNotAtAll() {
        assertThat(reason(MembershipChange.give(CHAIN, "n0", "s4", "s1"))).contains("is the last one of s4");
        assertThat(reason(MembershipChange.give(CHAIN, "n1", "s3", "s2")))
                .isEqualTo("Service s2 is already attached to n1.");
        assertThat(reason(MembershipChange.give(CHAIN, "n2", "s3", "s4")))
                .isEqualTo("Service s3 is not attached to n2.");
        assertThat(reason(MembershipChange.give(CHAIN, "n1", "s3", "stray"))).contains("stray");
    }

    @Test
    void aPlaceGoesToNobodyWhoHasNoNetworksOfItsOwn() {
        Topology topology = PairwiseTopologies.with(CHAIN, "alone", new NetworkMode.Host());

        assertThat(reason(MembershipChange.give(topology, "n1", "s3", "alone"))).contains("network_mode: host");
    }

    private static String reason(MembershipChange change) {
        assertThat(change).isInstanceOf(Impossible.class);
        return ((Impossible) change).reason();
    }
}
