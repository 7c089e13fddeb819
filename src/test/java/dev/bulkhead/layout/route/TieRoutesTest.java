package dev.bulkhead.layout.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ties of any map lie under no card, and only those that a change touches are led anew. */
class TieRoutesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyTieOfAnyMapHasAWayAndCrossesNoCard(long seed) {
        Shown shown = Shown.random(seed);

        assertThat(shown.routes().all().keySet()).containsExactlyElementsOf(shown.ties());
        assertThat(Crossings.of(shown.geometry(), shown.routes().all().values()))
                .isEmpty();
    }

    @Test
    void manyTiesThatShareAGapBetweenCardsStayInTheGap() {
        Topology many = SampleTopologies.large(90, 3);
        MapGeometry geometry = ZoneLayout.compute(LayoutRequest.of(many));
        TieRoutes routes = TieRoutes.of(geometry, Tie.all(many, geometry));

        assertThat(routes.all()).hasSizeGreaterThan(15);
        assertThat(Crossings.of(geometry, routes.all().values())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aCardThatIsCarriedLeadsItsOwnTiesAnewAndThoseThatItComesUponOrLeaves(long seed) {
        Shown shown = Shown.random(seed);
        Random random = new Random(seed);
        List<CardBox> cards = List.copyOf(shown.geometry().cards().values());
        CardBox from = cards.get(random.nextInt(cards.size()));
        CardBox onto = cards.get(random.nextInt(cards.size()));
        CardBox there = new CardBox(from.service(), onto.zone(), Optional.empty(), onto.box());
        MapGeometry carried = shown.geometry().carrying(Map.of(from.service(), there));
        List<Tie> ties = shown.ties().stream()
                .filter(tie -> !tie.equals(new Tie(from.service(), onto.zone())))
                .toList();

        TieRoutes after = shown.routes().after(carried, ties);

        for (Tie tie : ties) {
            TieRoute route = Objects.requireNonNull(shown.routes().all().get(tie));
            boolean near = tie.service().equals(from.service()) || near(route, from.box()) || near(route, there.box());
            if (!near) {
                assertThat(after.all().get(tie)).isSameAs(route);
            }
        }
        assertThat(Crossings.of(carried, after.all().values()))
                .as("the card below the carried one makes room when that is dropped")
                .allMatch(words -> words.contains(from.service()) && words.contains(onto.service()));
        assertThat(shown.routes().after(shown.geometry(), shown.ties()).all())
                .isEqualTo(shown.routes().all());
    }

    @Test
    void tiesThatAreShownBesideOthersLeaveThoseAloneAndLieBesideThem() {
        Shown shown = Shown.random(3);
        List<Tie> some = new ArrayList<>(shown.ties()).subList(0, shown.ties().size() / 2);
        TieRoutes few = TieRoutes.of(shown.geometry(), some);

        TieRoutes all = few.showing(shown.ties());

        assertThat(all.all().keySet()).containsExactlyElementsOf(shown.ties());
        some.forEach(tie -> assertThat(all.all().get(tie)).isSameAs(few.all().get(tie)));
        assertThat(all.showing(shown.ties())).isSameAs(all);
        assertThat(Crossings.of(shown.geometry(), all.all().values())).isEmpty();
    }

    private static boolean near(TieRoute route, Box card) {
        for (int i = 1; i < route.points().size(); i++) {
            Box line = Obstacles.line(route.points().get(i - 1), route.points().get(i));
            if (line.overlaps(card.grown(10.5))) {
                return true;
            }
        }
        return false;
    }

    /** A map with all of its ties. */
    private record Shown(MapGeometry geometry, List<Tie> ties, TieRoutes routes) {

        static Shown random(long seed) {
            Topology topology = PairwiseTopologies.random(new Random(seed));
            MapGeometry geometry = ZoneLayout.compute(LayoutRequest.of(topology));
            List<Tie> ties = Tie.all(topology, geometry).stream()
                    .filter(tie -> Optional.ofNullable(geometry.zones().get(tie.network()))
                            .map(ZoneBox::kind)
                            .filter(kind -> kind != ZoneKind.RAIL)
                            .isPresent())
                    .toList();
            return new Shown(geometry, ties, TieRoutes.of(geometry, ties));
        }
    }
}
