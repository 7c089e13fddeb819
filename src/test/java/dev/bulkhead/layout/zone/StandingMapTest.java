package dev.bulkhead.layout.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.MapMovement;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A map that stands stays as it is while services come: any map, with anything placed by hand. */
class StandingMapTest {

    /** Room between zones that were placed by hand: a row or a column of cards fits between any two. */
    private static final double WIDE = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void nothingThatTheOperatorPlacedMovesWhenAServiceComes(long seed) {
        Random random = new Random(seed);
        Topology topology = PairwiseTopologies.random(random);
        LayoutRequest request = LayoutRequest.of(topology);
        LayoutPositions byHand = placedByHand(ZoneLayout.compute(request), random);
        MapGeometry before = ZoneLayout.compute(request.remembering(byHand));
        for (int i = 0; i < 4; i++) {
            Topology more = oneMore(topology, random);

            MapGeometry after = ZoneLayout.compute(request.with(more).remembering(before.positions()));

            assertThat(moved(before, after, byHand))
                    .as("with %s", more.services().keySet())
                    .isEmpty();
            assertThat(overlapping(after)).isEmpty();
        }
    }

    @Test
    void theOthersMoveACellAtMostOnAverageAndKeepTheirOrder() {
        List<MapMovement> all = new ArrayList<>();
        for (int seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            Topology topology = PairwiseTopologies.random(random);
            MapGeometry before = ZoneLayout.compute(LayoutRequest.of(topology));
            for (int i = 0; i < 6; i++) {
                LayoutRequest more = LayoutRequest.of(oneMore(topology, random));
                all.add(MapMovement.between(before, ZoneLayout.compute(more.remembering(before.positions()))));
            }
        }

        assertThat(all).extracting(MapMovement::mean).allMatch(mean -> mean <= 1);
        assertThat(all.stream().filter(moved -> moved.order() >= 95).count()).isGreaterThan(all.size() * 95L / 100);
        assertThat(all.stream().mapToDouble(MapMovement::order).average().orElseThrow())
                .isGreaterThan(99);
    }

    @Test
    void aLongerNameWidensNoCardThatStands() {
        Topology topology = PairwiseTopologies.hub(12);
        MapGeometry before = ZoneLayout.compute(LayoutRequest.of(topology));
        Topology more =
                PairwiseTopologies.with(topology, "a-name-that-no-card-of-this-map-has-room-for", List.of("hub-app3"));

        MapGeometry after = ZoneLayout.compute(LayoutRequest.of(more).remembering(before.positions()));

        assertThat(after.cards().values().stream().map(card -> card.box().width()))
                .allMatch(width -> before.cards().values().stream()
                        .anyMatch(card -> card.box().width() == width));
    }

    @Test
    void oneServiceMoreOnANearlyFlatNetworkSendsNobodyElsewhere() {
        Topology topology = SampleTopologies.large(20, 4);
        for (int i = 0; i < 10; i++) {
            topology = PairwiseTopologies.with(topology, "on-all-" + i, List.of("net-000", "net-00" + (1 + i % 3)));
        }
        LayoutRequest request = LayoutRequest.of(topology);
        MapGeometry before = ZoneLayout.compute(request);
        MapGeometry last = before;
        // From less than six of ten members to more.
        for (int i = 0; i < 12; i++) {
            topology = PairwiseTopologies.with(topology, "later-" + i, List.of("net-000", "net-001"));
            last = ZoneLayout.compute(request.with(topology).remembering(last.positions()));
        }

        Map<String, CardBox> now = last.cards();
        before.cards()
                .forEach((service, card) -> assertThat(
                                Objects.requireNonNull(now.get(service)).zone())
                        .isEqualTo(card.zone()));
    }

    @Test
    void aZoneAboveOneThatTheOperatorPlacedGrowsToTheRight() {
        Topology topology = PairwiseTopologies.named("upper", "lower");
        topology = PairwiseTopologies.with(topology, "below", List.of("lower"));
        LayoutRequest request = LayoutRequest.of(topology);
        ZonePlace upper = new ZonePlace(0, 0, 230, 200, 1, true);
        ZonePlace lower = new ZonePlace(0, 244, 230, 140, 1, true);
        LayoutPositions byHand = LayoutPositions.of(
                Map.of("upper", upper, "lower", lower),
                Map.of(
                        "one", new CardPlace("upper", "", 0, 0, true),
                        "two", new CardPlace("upper", "", 0, 1, true)));
        Topology more = PairwiseTopologies.with(topology, "three", List.of("upper"));

        MapGeometry after = ZoneLayout.compute(request.with(more).remembering(byHand));

        CardPlace three = Objects.requireNonNull(after.positions().cards().get("three"));
        assertThat(three.column()).isEqualTo(1);
        assertThat(Objects.requireNonNull(after.zones().get("lower")).box().y()).isEqualTo(244);
        MapGeometry again = ZoneLayout.compute(request.with(more).remembering(after.positions()));
        assertThat(again.cards()).isEqualTo(after.cards());
    }

    /** Returns the places of a map of which some zones were put on a wide raster by hand, and some cards into cells. */
    private static LayoutPositions placedByHand(MapGeometry geometry, Random random) {
        LayoutPositions positions = geometry.positions();
        double x = 0;
        for (ZoneBox zone : geometry.zones().values()) {
            if (zone.kind() == ZoneKind.NETWORK && random.nextBoolean()) {
                Box box = zone.box();
                ZonePlace place = new ZonePlace(
                        x, -2000 + 40 * random.nextInt(5), box.width(), box.height(), zone.columns(), true);
                positions = positions.withZone(zone.key(), place);
                x += box.width() + WIDE;
            }
        }
        for (CardBox card : geometry.cards().values()) {
            CardPlace place =
                    Objects.requireNonNull(geometry.positions().cards().get(card.service()));
            if (random.nextInt(3) == 0) {
                positions = positions.withCard(
                        card.service(),
                        new CardPlace(place.zone(), place.section(), place.column(), place.row(), true));
            }
        }
        return positions;
    }

    private static Topology oneMore(Topology topology, Random random) {
        List<String> networks = List.copyOf(topology.networks().keySet());
        Set<String> joined = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            joined.add(networks.get(random.nextInt(networks.size())));
        }
        String name = "x".repeat(1 + random.nextInt(40));
        return PairwiseTopologies.with(topology, name, List.copyOf(joined));
    }

    /** Zones that were placed by hand and are elsewhere, and cards in them that are; other zones may be pushed with their cards. */
    private static List<String> moved(MapGeometry before, MapGeometry after, LayoutPositions byHand) {
        List<String> moved = new ArrayList<>();
        byHand.zones().forEach((key, place) -> {
            ZoneBox was = before.zones().get(key);
            ZoneBox is = after.zones().get(key);
            if (place.manual()
                    && was != null
                    && (is == null
                            || is.box().x() != was.box().x()
                            || is.box().y() != was.box().y())) {
                moved.add(key);
            }
        });
        byHand.cards().forEach((service, place) -> {
            CardBox was = Objects.requireNonNull(before.cards().get(service));
            CardBox is = Objects.requireNonNull(after.cards().get(service));
            ZonePlace zone = byHand.zones().get(place.zone());
            if (place.manual()
                    && (!Objects.requireNonNull(after.positions().cards().get(service))
                                    .sameCell(place)
                            || (zone != null && zone.manual() && !is.box().equals(was.box())))) {
                moved.add(service);
            }
        });
        return moved;
    }

    private static List<String> overlapping(MapGeometry geometry) {
        List<String> overlapping = new ArrayList<>();
        List<ZoneBox> zones = List.copyOf(geometry.zones().values());
        for (int i = 0; i < zones.size(); i++) {
            for (int j = i + 1; j < zones.size(); j++) {
                if (zones.get(i).box().overlaps(zones.get(j).box())) {
                    overlapping.add(zones.get(i).key() + " and " + zones.get(j).key());
                }
            }
        }
        return overlapping;
    }
}
