package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a drop would do. */
class AttachIntentTest {

    private final Topology topology = SampleTopologies.mediaServerAfter();

    @Test
    void droppingOnAnotherNetworkAttachesAndOffersToLeave() {
        assertThat(intent("bazarr", "download-net", false))
                .isEqualTo(new AttachIntent.Possible(
                        new TopologyEdit.Attach("bazarr", "download-net"),
                        "Attach to download-net",
                        "stays on backend-net",
                        Optional.of(new TopologyEdit.Detach("bazarr", "backend-net"))));
    }

    @Test
    void movingIsOneChangeThatAlsoLeaves() {
        assertThat(intent("bazarr", "download-net", true))
                .isEqualTo(new AttachIntent.Possible(
                        new TopologyEdit.Batch(
                                "move bazarr from backend-net to download-net",
                                List.of(
                                        new TopologyEdit.Attach("bazarr", "download-net"),
                                        new TopologyEdit.Detach("bazarr", "backend-net"))),
                        "Move to download-net",
                        "leaves backend-net",
                        Optional.empty()));
    }

    @Test
    void droppingOnANetworkItIsOnOnlyMovesTheCard() {
        assertThat(intent("sonarr", "download-net", false))
                .isEqualTo(new AttachIntent.MoveHome("Show sonarr in download-net, which it is on already"));
    }

    @Test
    void aServiceInAnotherOnesNamespaceCannotJoin() {
        assertThat(intent("qbittorrent", "backend-net", false))
                .isEqualTo(new AttachIntent.Impossible(
                        "Service qbittorrent uses network_mode: service:gluetun, so it cannot join backend-net; "
                                + "attach the owner of its network instead."));
    }

    private AttachIntent intent(String service, String target, boolean move) {
        CardBox card = Objects.requireNonNull(
                ZoneLayout.compute(LayoutRequest.of(topology)).cards().get(service));
        return AttachIntent.of(topology, card, target, move);
    }
}
