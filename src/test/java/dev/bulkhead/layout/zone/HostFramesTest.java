package dev.bulkhead.layout.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.HostColumns;
import dev.bulkhead.layout.HostFrame;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.SectionBox;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames hold what runs on their hosts and nothing else, on maps of chance. */
class HostFramesTest {

    private static final List<String> HOSTS = List.of("atlas", "borea", "ceres");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void eachServiceStandsInTheFrameOfItsHost(long seed) {
        Random random = new Random(seed);
        Topology topology = PairwiseTopologies.random(random);
        HostColumns hosts = spread(topology, random, HOSTS.subList(0, 2 + random.nextInt(2)));

        MapGeometry map = ZoneLayout.compute(LayoutRequest.of(topology).on(hosts));

        Map<String, Box> frames = frames(map);
        assertThat(frames.keySet()).containsExactlyInAnyOrderElementsOf(hosts.order());
        for (CardBox card : onNetworks(map)) {
            hosts.of(card.service())
                    .ifPresent(host -> frames.forEach((framed, box) -> assertThat(box.overlaps(card.box()))
                            .as("%s, which runs on %s, in the frame of %s", card.service(), host, framed)
                            .isEqualTo(framed.equals(host))));
        }
        assertThat(frames.values().stream()
                        .flatMap(one -> frames.values().stream().filter(two -> !two.equals(one) && two.overlaps(one))))
                .isEmpty();
        assertThat(overlapping(map)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingMovesWhenItIsArrangedAgainWithItsOwnPlaces(long seed) {
        Random random = new Random(seed);
        Topology topology = PairwiseTopologies.random(random);
        LayoutRequest request = LayoutRequest.of(topology).on(spread(topology, random, HOSTS));
        MapGeometry first = ZoneLayout.compute(request);

        MapGeometry again = ZoneLayout.compute(request.remembering(first.positions()));

        assertThat(again.zones()).isEqualTo(first.zones());
        assertThat(again.cards()).isEqualTo(first.cards());
        assertThat(again.frames()).isEqualTo(first.frames());
    }

    @Test
    void theCardsOfANetworkThatSpansHostsStandUnderTheirHosts() {
        Topology topology = PairwiseTopologies.random(new Random(3));
        HostColumns hosts = spread(topology, new Random(5), HOSTS.subList(0, 2));

        MapGeometry map = ZoneLayout.compute(LayoutRequest.of(topology).on(hosts));

        List<SectionBox> sections = map.sections().stream()
                .filter(section -> section.id().equals(HostColumns.section("borea")))
                .toList();
        assertThat(sections).isNotEmpty();
        Box borea = Objects.requireNonNull(frames(map).get("borea"));
        assertThat(sections).allSatisfy(section -> {
            assertThat(section.title()).isEqualTo("borea");
            assertThat(section.box().x()).isGreaterThanOrEqualTo(borea.x());
            assertThat(section.box().right()).isLessThanOrEqualTo(borea.right());
        });
    }

    @Test
    void withoutColumnsThereIsNoFrameRatherThanAWrongOne() {
        Topology topology = PairwiseTopologies.random(new Random(3));
        HostColumns hosts = spread(topology, new Random(5), HOSTS.subList(0, 2));
        LayoutRequest request = LayoutRequest.of(topology).on(hosts);
        MapGeometry map = ZoneLayout.compute(request);
        CardBox onAtlas = onNetworks(map).stream()
                .filter(card -> hosts.of(card.service()).filter("atlas"::equals).isPresent())
                .findFirst()
                .orElseThrow();
        ZoneBox zone = Objects.requireNonNull(map.zones().get(onAtlas.zone()));
        Box borea = Objects.requireNonNull(frames(map).get("borea"));

        MapGeometry moved = ZoneLayout.compute(request.remembering(map.positions()
                .withZone(zone.key(), ZonePlace.of(zone.box().movedBy(borea.right(), 0), zone.columns(), true))));

        assertThat(moved.frames()).isEmpty();
    }

    @Test
    void oneHostIsNoFrame() {
        Topology topology = PairwiseTopologies.random(new Random(3));
        HostColumns hosts = spread(topology, new Random(5), HOSTS.subList(0, 1));

        MapGeometry map = ZoneLayout.compute(LayoutRequest.of(topology).on(hosts));

        assertThat(map).isEqualTo(ZoneLayout.compute(LayoutRequest.of(topology)));
    }

    private static HostColumns spread(Topology topology, Random random, List<String> order) {
        SortedMap<String, String> byService = new TreeMap<>();
        int next = 0;
        for (String service : topology.services().keySet()) {
            // The first ones one each, so that every host has something; some run on several hosts, or on none.
            if (next < order.size()) {
                byService.put(service, order.get(next++));
            } else if (random.nextInt(8) > 0) {
                byService.put(service, order.get(random.nextInt(order.size())));
            }
        }
        // Who shares the network of another runs beside it.
        topology.services().values().forEach(service -> {
            if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
                byService.remove(service.key());
                Optional.ofNullable(byService.get(owner)).ifPresent(host -> byService.put(service.key(), host));
            }
        });
        return new HostColumns(order, byService);
    }

    private static Map<String, Box> frames(MapGeometry map) {
        Map<String, Box> frames = new TreeMap<>();
        map.frames().forEach((HostFrame frame) -> frames.put(frame.host(), frame.box()));
        return frames;
    }

    private static List<CardBox> onNetworks(MapGeometry map) {
        return map.cards().values().stream()
                .filter(card ->
                        Objects.requireNonNull(map.zones().get(card.zone())).kind() == ZoneKind.NETWORK)
                .toList();
    }

    private static List<ZoneBox> overlapping(MapGeometry map) {
        return map.zones().values().stream()
                .filter(one -> map.zones().values().stream()
                        .anyMatch(two -> !two.equals(one) && two.box().overlaps(one.box())))
                .toList();
    }
}
