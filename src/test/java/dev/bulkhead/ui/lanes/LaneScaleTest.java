package dev.bulkhead.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the items of an axis begin, and what is at an offset. */
class LaneScaleTest {

    /** Ten items of three tiers: two, five and three. */
    private static final LaneScale SCALE = new LaneScale(10, 20, 6, List.of(0, 2, 7));

    @Test
    void aTierBeginsAfterAGapAndTheFirstWithoutOne() {
        assertThat(SCALE.offset(0)).isZero();
        assertThat(SCALE.offset(1)).isEqualTo(20);
        assertThat(SCALE.offset(2)).isEqualTo(46);
        assertThat(SCALE.offset(7)).isEqualTo(7 * 20 + 2 * 6);
        assertThat(SCALE.length()).isEqualTo(10 * 20 + 2 * 6);
    }

    @Test
    void anItemIsFoundFromItsFirstPixelToItsLast() {
        for (int item = 0; item < SCALE.size(); item++) {
            assertThat(SCALE.at(SCALE.offset(item))).isEqualTo(item);
            assertThat(SCALE.at(SCALE.offset(item) + SCALE.pitch() - 0.5)).isEqualTo(item);
        }
    }

    @Test
    void nothingIsInAGapOrBesideTheAxis() {
        assertThat(SCALE.at(40)).isEqualTo(-1);
        assertThat(SCALE.at(45.5)).isEqualTo(-1);
        assertThat(SCALE.at(-0.5)).isEqualTo(-1);
        assertThat(SCALE.at(SCALE.length())).isEqualTo(-1);
    }

    @Test
    void nearIsTheItemThatBeganLastAndNeverOutside() {
        assertThat(SCALE.near(43)).isEqualTo(1);
        assertThat(SCALE.near(-100)).isZero();
        assertThat(SCALE.near(100_000)).isEqualTo(9);
    }

    @Test
    void anEmptyAxisHasNoLengthAndNoItem() {
        LaneScale empty = new LaneScale(0, 20, 6, List.of());

        assertThat(empty.length()).isZero();
        assertThat(empty.at(0)).isEqualTo(-1);
        assertThat(empty.near(50)).isZero();
    }
}
