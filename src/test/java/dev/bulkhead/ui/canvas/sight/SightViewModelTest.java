package dev.bulkhead.ui.canvas.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.Deviation;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.canvas.model.ServiceState.Health;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightViewModelTest {

    private final SimpleObjectProperty<Topology> saved =
            new SimpleObjectProperty<>(SampleTopologies.mediaServerAfter());
    private final MapViewModel map = new MapViewModel();
    private final SightViewModel sight = new SightViewModel(map, saved);

    @BeforeEach
    void open() {
        map.topologyProperty().set(saved.get());
    }

    @Test
    void everythingIsShownAtFirst() {
        assertThat(shown()).isEqualTo(Shown.ALL);
        assertThat(shown().service("sonarr")).isTrue();
        assertThat(sight.clear()).isFalse();
    }

    @Test
    void ofOneKindOfQuestionAnyAnswerCountsAndOfSeveralKindsAll() {
        filter(SightFilter.NONE.switching("download-net").switching("dmz-net"));
        // The guest of the VPN is on the VPN's networks.
        assertThat(services())
                .containsExactlyInAnyOrder(
                        "traefik",
                        "cloudflared",
                        "sonarr",
                        "radarr",
                        "prowlarr",
                        "gluetun",
                        "qbittorrent",
                        "autoheal",
                        "prometheus");

        filter(sight.filterProperty().get().switching(WayIn.NONE));
        assertThat(services()).containsExactlyInAnyOrder("cloudflared", "qbittorrent", "autoheal");

        filter(SightFilter.NONE.switching("download-net"));
        assertThat(shown().network("download-net")).isTrue();
        assertThat(shown().network("dmz-net")).isFalse();
    }

    @Test
    void aWantedAnswerThatIsSwitchedAgainIsNotAskedForAnyMore() {
        filter(SightFilter.NONE.switching("dmz-net").switching("dmz-net"));
        assertThat(sight.filterProperty().get()).isEqualTo(SightFilter.NONE);
        assertThat(shown()).isEqualTo(Shown.ALL);
    }

    @Test
    void theMarksOfTheLegendAreCombinedWithTheRest() {
        map.showLive(Map.of(
                "dozzle", new ServiceState(Health.STOPPED, "stopped"),
                "traefik", new ServiceState(Health.STOPPED, "stopped"),
                "sonarr", new ServiceState(Health.HEALTHY, "healthy")));
        sight.mark(Set.of(Deviation.NOT_RUNNING));
        assertThat(services()).containsExactlyInAnyOrder("dozzle", "traefik");

        filter(sight.filterProperty().get().switching("mgmt-net"));
        assertThat(services()).containsExactly("dozzle");
        sight.mark(Set.of(Deviation.NOT_RUNNING));
        assertThat(services()).contains("dozzle", "grafana");

        filter(SightFilter.NONE.switching(Health.HEALTHY));
        assertThat(services()).containsExactly("sonarr");
        map.showLive(Map.of());
        assertThat(services()).isEmpty();
    }

    @Test
    void theNeighboursAreWhoeverMeetsTheSelectedOnItsNetworks() throws EditRejectedException {
        map.topologyProperty().set(new TopologyEdit.Detach("cloudflared", "media-network").apply(saved.get()));
        map.select(Element.service("cloudflared"));
        assertThat(sight.focus()).isTrue();
        assertThat(services()).containsExactlyInAnyOrder("cloudflared", "traefik");
        assertThat(shown().words()).isEqualTo("Only neighbours of cloudflared · 2 of 19 services");

        // What is selected later changes nothing of that.
        map.select(Element.service("sonarr"));
        assertThat(services()).containsExactlyInAnyOrder("cloudflared", "traefik");
        assertThat(sight.focus()).isTrue();
        assertThat(shown()).isEqualTo(Shown.ALL);
    }

    @Test
    void thereIsNothingToFocusOnWithoutASelection() {
        assertThat(sight.focus()).isFalse();
        assertThat(shown()).isEqualTo(Shown.ALL);
    }

    @Test
    void aFocusOnWhatIsGoneShowsEverything() {
        map.select(Element.service("dozzle"));
        sight.focus();
        map.topologyProperty().set(SampleTopologies.large(3, 1));
        assertThat(shown()).isEqualTo(Shown.ALL);
    }

    @Test
    void theTourGoesOverWhatChangedSinceTheLastSave() throws EditRejectedException {
        assertThat(sight.tour(1)).isEmpty();
        Topology now = new TopologyEdit.Attach("bazarr", "dmz-net").apply(saved.get());
        now = new TopologyEdit.Detach("web-ui", "frontend-net").apply(now);
        map.topologyProperty().set(new TopologyEdit.SetInternal("dmz-net", true).apply(now));

        assertThat(sight.tour(1).map(UnsavedChange::sentence)).contains("bazarr: joins dmz-net");
        assertThat(sight.place()).isEqualTo("1 of 3");
        assertThat(sight.tour(1).map(UnsavedChange::sentence)).contains("web-ui: leaves frontend-net");
        assertThat(sight.tour(1).map(UnsavedChange::sentence)).contains("network dmz-net: internal now");
        assertThat(sight.tour(1).map(UnsavedChange::sentence)).contains("bazarr: joins dmz-net");
        assertThat(sight.tour(-1).map(UnsavedChange::sentence)).contains("network dmz-net: internal now");

        filter(SightFilter.NONE.switchingChanged());
        assertThat(services()).containsExactlyInAnyOrder("web-ui", "bazarr");
        saved.set(map.topologyProperty().get());
        assertThat(sight.tour(1)).isEmpty();
        assertThat(services()).isEmpty();
    }

    @Test
    void whatWasRemovedIsTold() {
        Topology now = SampleTopologies.mediaServerAfter();
        Topology fewer = Topology.of(
                now.project(),
                now.networks().values().stream().toList(),
                now.services().values().stream()
                        .filter(service -> !service.key().equals("dozzle"))
                        .toList());
        assertThat(UnsavedChange.between(now, fewer))
                .containsExactly(new UnsavedChange(Element.service("dozzle"), "removed", true));
        assertThat(UnsavedChange.between(fewer, now))
                .containsExactly(new UnsavedChange(Element.service("dozzle"), "new", false));
    }

    @Test
    void aFoldedZoneHasNoCardsAndKeepsTheirPlaces() {
        Map<String, ?> places = map.geometry().get().positions().cards();
        map.fold("mgmt-net");
        assertThat(map.geometry().get().cards()).doesNotContainKey("dozzle").containsKey("sonarr");
        assertThat(map.geometry().get().positions().cards()).isEqualTo(places);
        assertThat(map.geometry().get().foldedCards("mgmt-net")).isPositive();
        map.fold("mgmt-net");
        assertThat(map.geometry().get().cards()).containsKey("dozzle");
    }

    private void filter(SightFilter filter) {
        sight.filterProperty().set(filter);
    }

    private Shown shown() {
        return sight.shownProperty().getValue();
    }

    private Set<String> services() {
        return shown().kept().orElseThrow().stream()
                .filter(Element.ServiceElement.class::isInstance)
                .map(GraphElement.class::cast)
                .map(element -> ((Element.ServiceElement) element).key())
                .collect(Collectors.toSet());
    }
}
