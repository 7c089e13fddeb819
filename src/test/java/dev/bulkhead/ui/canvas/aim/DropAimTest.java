package dev.bulkhead.ui.canvas.aim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.SampleTopologies;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a drop is meant for, on the map of the media server. */
class DropAimTest {

    private final MapGeometry geometry = ZoneLayout.compute(LayoutRequest.of(SampleTopologies.mediaServerAfter()));
    private final Box backend =
            Objects.requireNonNull(geometry.zones().get("backend-net")).box();

    @Test
    void aDropInsideAZoneIsMeantForItEvenWhereItIsRefused() {
        assertThat(aim(backend.center(), zone -> false)).contains("backend-net");
    }

    @Test
    void aDropBesideAZoneIsMeantForItWithinTwentyPixels() {
        Point beside = new Point(backend.x() - 19, backend.center().y());
        assertThat(aim(beside, zone -> true)).contains("backend-net");
        assertThat(aim(
                        new Point(backend.x() - 21, backend.center().y()),
                        zone -> zone.key().equals("backend-net")))
                .isEmpty();
    }

    @Test
    void besideAZoneThatRefusesItIsMeantForNone() {
        Point beside = new Point(backend.x() - 19, backend.center().y());
        assertThat(aim(beside, zone -> !zone.key().equals("backend-net"))).isEmpty();
    }

    @Test
    void theCellIsTheOneUnderThePointerAndAtMostOneRowBelowTheLast() {
        Box sonarr = Objects.requireNonNull(geometry.cards().get("sonarr")).box();
        assertThat(DropAim.cell(geometry, "backend-net", sonarr.center()).map(DropAim.CellAim::box))
                .contains(sonarr);
        int rows = geometry.positions().cards().values().stream()
                .filter(place -> place.zone().equals("backend-net"))
                .mapToInt(place -> place.row())
                .max()
                .orElseThrow();
        assertThat(DropAim.cell(geometry, "backend-net", new Point(sonarr.x(), 1e5))
                        .map(cell -> cell.place().row()))
                .contains(rows + 1);
    }

    private Optional<String> aim(Point at, Predicate<ZoneBox> takes) {
        return DropAim.zone(geometry, at, GestureFigures.DROP_WITHIN, takes).map(ZoneBox::key);
    }
}
