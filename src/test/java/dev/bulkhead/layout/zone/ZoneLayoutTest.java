package dev.bulkhead.layout.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.ZoneBox;
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

/** Where zones and cards stand. */
class ZoneLayoutTest {

    @ParameterizedTest
    @ValueSource(strings = {SampleFiles.MEDIASERVER, SampleFiles.HYDRA, SampleFiles.MEDIANEST})
    void everyServiceOfASampleHasACardInsideItsZoneAndNoTwoOverlap(String sample) throws ComposeException {
        Topology topology = LoadedSamples.of(sample);
        MapGeometry geometry = ZoneLayout.compute(LayoutRequest.of(topology));

        assertThat(geometry.cards().keySet()).isEqualTo(topology.services().keySet());
        assertThat(outside(geometry)).isEmpty();
        assertThat(overlapping(
                        geometry.cards().values().stream().map(CardBox::box).toList()))
                .isZero();
        assertThat(overlapping(
                        geometry.zones().values().stream().map(ZoneBox::box).toList()))
                .isZero();
    }

    @Test
    void theSameRequestGivesTheSameResult() {
        LayoutRequest request = LayoutRequest.of(SampleTopologies.large(200, 12));

        assertThat(ZoneLayout.compute(request)).isEqualTo(ZoneLayout.compute(request));
    }

    @Test
    void rememberedPlacesGiveTheSameMapAgain() {
        LayoutRequest request = LayoutRequest.of(SampleTopologies.mediaServerAfter());
        MapGeometry first = ZoneLayout.compute(request);

        assertThat(ZoneLayout.compute(request.remembering(first.positions())).zones())
                .isEqualTo(first.zones());
    }

    private static List<String> outside(MapGeometry geometry) {
        List<String> outside = new ArrayList<>();
        geometry.cards().forEach((service, card) -> {
            Box zone = Objects.requireNonNull(geometry.zones().get(card.zone())).box();
            boolean inside = zone.contains(card.box().x(), card.box().y())
                    && zone.contains(card.box().right(), card.box().bottom());
            if (!inside) {
                outside.add(service);
            }
        });
        return outside;
    }

    private static int overlapping(List<Box> boxes) {
        int count = 0;
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                count += boxes.get(i).overlaps(boxes.get(j)) ? 1 : 0;
            }
        }
        return count;
    }
}
