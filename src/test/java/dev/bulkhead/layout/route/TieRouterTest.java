package dev.bulkhead.layout.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.LoadedSamples;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ties go around cards. */
class TieRouterTest {

    @ParameterizedTest
    @ValueSource(strings = {SampleFiles.MEDIASERVER, SampleFiles.HYDRA, SampleFiles.MEDIANEST})
    void noTieOfASampleCrossesACard(String sample) throws ComposeException {
        assertThat(crossings(LoadedSamples.of(sample))).isEmpty();
    }

    @Test
    void noTieOfTheSegmentedMediaServerCrossesACard() {
        assertThat(crossings(SampleTopologies.mediaServerAfter())).isEmpty();
    }

    @Test
    void everyTieHasARouteThatEndsAtItsNetwork() {
        MapGeometry geometry = ZoneLayout.compute(LayoutRequest.of(SampleTopologies.mediaServerAfter()));
        List<Tie> ties = Tie.all(SampleTopologies.mediaServerAfter(), geometry);
        List<TieRoute> routes = new TieRouter(geometry).route(ties);

        assertThat(routes)
                .extracting(route -> new Tie(route.service(), route.network()))
                .containsExactlyElementsOf(ties);
        assertThat(routes).allSatisfy(route -> {
            Point end = route.points().getLast();
            Box zone = Objects.requireNonNull(geometry.zones().get(route.network()))
                    .box();
            assertThat(zone.grown(1).contains(end.x(), end.y())).isTrue();
        });
    }

    private static List<String> crossings(Topology topology) {
        MapGeometry geometry = ZoneLayout.compute(LayoutRequest.of(topology));
        return Crossings.of(geometry, new TieRouter(geometry).route(Tie.all(topology, geometry)));
    }
}
