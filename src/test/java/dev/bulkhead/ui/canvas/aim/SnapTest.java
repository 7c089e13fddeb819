package dev.bulkhead.ui.canvas.aim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapTest {

    private static final Box LEFT = new Box(0, 0, 100, 100);
    private static final Box RIGHT = new Box(140, 0, 100, 100);

    @Test
    void anEdgeThatIsNearGoesInLineAndALineShowsIt() {
        Snap snap = Snap.of(new Box(5, 300, 60, 60), List.of(LEFT), 8);

        assertThat(snap.box()).isEqualTo(new Box(0, 300, 60, 60));
        assertThat(snap.guides()).containsExactly(new Snap.Guide(new Point(0, 0), new Point(0, 360)));
    }

    @Test
    void whatIsFurtherAwayDrawsNothing() {
        Snap snap = Snap.of(new Box(9, 309, 30, 30), List.of(LEFT), 8);

        assertThat(snap.box()).isEqualTo(new Box(9, 309, 30, 30));
        assertThat(snap.guides()).isEmpty();
    }

    @Test
    void theSameGapAsTwoOthersHaveIsKept() {
        Snap snap = Snap.of(new Box(284, 64, 71, 20), List.of(LEFT, RIGHT), 8);

        assertThat(snap.box()).isEqualTo(new Box(280, 64, 71, 20));
        assertThat(snap.guides())
                .containsExactly(
                        new Snap.Guide(new Point(100, 74), new Point(140, 74)),
                        new Snap.Guide(new Point(240, 74), new Point(280, 74)));
    }

    @Test
    void bothDirectionsAreDrawnAtOnce() {
        Snap snap = Snap.of(new Box(283, 3, 100, 100), List.of(LEFT, RIGHT), 8);

        assertThat(snap.box()).isEqualTo(new Box(280, 0, 100, 100));
    }

    @Test
    void aCornerThatIsCarriedIsDrawnToTheEdgesOfOthersAndTheOtherCornerStays() {
        Snap snap = Snap.corner(new Box(10, 150, 85, 140), List.of(LEFT, new Box(300, 0, 60, 286)), 8);

        assertThat(snap.box()).isEqualTo(new Box(10, 150, 90, 136));
        assertThat(snap.guides())
                .containsExactly(
                        new Snap.Guide(new Point(100, 0), new Point(100, 286)),
                        new Snap.Guide(new Point(10, 286), new Point(360, 286)));
        assertThat(Snap.corner(new Box(10, 150, 75, 100), List.of(LEFT), 8).box())
                .isEqualTo(new Box(10, 150, 75, 100));
    }
}
