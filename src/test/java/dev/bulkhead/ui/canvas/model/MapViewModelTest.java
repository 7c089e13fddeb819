package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.topology.Element;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the map shows, without a toolkit. */
class MapViewModelTest {

    private static final ServiceState HEALTHY = new ServiceState(ServiceState.Health.HEALTHY, "healthy");

    @TempDir
    Path folder;

    private final MapViewModel map = new MapViewModel();

    @BeforeEach
    void open() throws Exception {
        ComposeProject project =
                new OpenProject(folder).model().projectProperty().get().orElseThrow();
        map.open(project.topology(), project.sources(), LayoutPositions.EMPTY);
    }

    @Test
    void everyNetworkAndServiceHasAPlace() {
        assertThat(map.geometry().get().zones()).containsOnlyKeys("front", "back");
        assertThat(map.geometry().get().cards()).containsOnlyKeys("web", "app", "db");
    }

    @Test
    void aServiceThatTheEngineNamesNoMoreIsUnknownAgain() {
        map.showLive(Map.of("web", HEALTHY, "db", HEALTHY));
        map.showLive(Map.of("db", HEALTHY));

        assertThat(map.live()).isEqualTo(Map.of("db", HEALTHY));
    }

    @Test
    void theFilesSayASubnetBeforeTheEngineDoes() {
        map.showSubnets(Map.of("front", "172.18.0.0/16", "back", "172.19.0.0/16"));

        assertThat(map.subnet(map.topologyProperty().get().network("front").orElseThrow()))
                .contains("10.20.0.0/24");
        assertThat(map.subnet(map.topologyProperty().get().network("back").orElseThrow()))
                .contains("172.19.0.0/16");
    }

    @Test
    void whatIsSelectedTakesThePlaceOfWhatWas() {
        map.select(new Element.ServiceElement("web"));
        map.select(new Element.NetworkElement("back"));

        assertThat(map.selection()).isEqualTo(Set.of(new Element.NetworkElement("back")));
    }

    @Test
    void arrangingKeepsWhatTheOperatorPlaced() {
        ZonePlace zone = new ZonePlace(900, 700, 0, 0, 1, true);
        map.placeZone("back", zone);

        map.arrange();

        assertThat(map.positionsProperty().get().zones()).containsOnlyKeys("back");
    }
}
