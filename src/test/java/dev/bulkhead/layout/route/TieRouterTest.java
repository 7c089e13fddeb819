package dev.bulkhead.layout.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.LoadedSamples;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
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
        List<String> crossings = new ArrayList<>();
        for (TieRoute route : new TieRouter(geometry).route(Tie.all(topology, geometry))) {
            for (CardBox card : geometry.cards().values()) {
                if (!card.service().equals(route.service()) && crosses(route, card.box())) {
                    crossings.add(route.service() + " to " + route.network() + " crosses " + card.service());
                }
            }
        }
        return crossings;
    }

    private static boolean crosses(TieRoute route, Box card) {
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            Box line = new Box(
                    Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
            // A line has no inside of its own: given a hair's breadth, it can be held against the card's.
            if (line.grown(0.1).overlaps(card.grown(-1))) {
                return true;
            }
        }
        return false;
    }
}
