package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.layout.Box;
import org.junit.jupiter.api.Test;

/** How large a map is shown in a view. */
class FitTest {

    private static final Fit.Room ROOM = new Fit.Room(1000, 700, 0, 56);

    @Test
    void aSmallMapIsEnlargedButNotBeyondOneAndAHalf() {
        Fit fit = Fit.of(new Box(-100, 0, 300, 200), ROOM, false);

        assertThat(fit.scale()).isEqualTo(Fit.MOST);
        assertThat(fit.whole()).isTrue();
        assertThat(fit.x() + (-100 + 150) * fit.scale()).isCloseTo(500, within(1e-6));
    }

    @Test
    void aMapThatFitsReadablyIsShownWholeAboveWhatCoversTheBottom() {
        Fit fit = Fit.of(new Box(0, 0, 1200, 900), ROOM, false);

        assertThat(fit.whole()).isTrue();
        assertThat(fit.scale()).isBetween(Fit.READABLE, 1.0);
        assertThat(fit.y() + 900 * fit.scale()).isLessThanOrEqualTo(700 - 56 + 1e-6);
    }

    @Test
    void ofALargerMapAReadablePartIsShownFromItsUpperLeftCorner() {
        Fit fit = Fit.of(new Box(-240, 40, 4000, 3000), ROOM, false);

        assertThat(fit.whole()).isFalse();
        assertThat(fit.scale()).isEqualTo(Fit.PART);
        assertThat(fit.x() - 240 * fit.scale()).isCloseTo(ROOM.margin(), within(1e-6));
        assertThat(fit.y() + 40 * fit.scale()).isCloseTo(ROOM.margin(), within(1e-6));
    }

    @Test
    void askedForAllOfItItShowsAllOfItHoweverSmall() {
        Fit fit = Fit.of(new Box(0, 0, 4000, 3000), ROOM, true);

        assertThat(fit.whole()).isTrue();
        assertThat(fit.scale()).isLessThan(0.25);
    }

    @Test
    void fitGoesOnFromAReadablePartToEverythingAndBack() {
        Box map = new Box(0, 0, 4000, 3000);
        Following following = new Following();
        assertThat(following.fit(map, ROOM))
                .hasValueSatisfying(fit -> assertThat(fit.whole()).isFalse());
        following.next();
        assertThat(following.fit(map, ROOM))
                .hasValueSatisfying(fit -> assertThat(fit.whole()).isTrue());
        following.next();
        assertThat(following.fit(map, ROOM))
                .hasValueSatisfying(fit -> assertThat(fit.whole()).isFalse());
        following.nothing();
        assertThat(following.fit(map, ROOM)).isEmpty();
    }

    @Test
    void onlyAClearlyOtherViewIsAnotherShape() {
        Following following = new Following();

        assertThat(following.shape(ROOM)).isPresent();
        assertThat(following.shape(new Fit.Room(1000, 560, 0, 56))).isEmpty();
        assertThat(following.shape(new Fit.Room(1060, 700, 0, 56))).isEmpty();
        assertThat(following.shape(new Fit.Room(600, 700, 0, 56))).isPresent();
        following.nothing();
        assertThat(following.shape(new Fit.Room(1400, 700, 0, 56))).isEmpty();
    }
}
