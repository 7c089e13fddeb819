package dev.bulkhead.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.lanes.LaneOrder;
import dev.bulkhead.layout.lanes.LaneRequest;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What part of the lanes a view shows, and where. */
class LanesViewportTest {

    private static final LaneTable SMALL = table(PairwiseTopologies.pairs(5));

    /** 300 services on 299 networks, in three tiers. */
    private static final LaneTable LARGE = table(PairwiseTopologies.chain(300));

    @Test
    void whatFitsIsShownWholeAndNotScrolled() {
        LanesViewport view = LanesViewport.fitting(SMALL, 1200, 760, 1);

        assertThat(view.mostX()).isZero();
        assertThat(view.mostY()).isZero();
        assertThat(view.firstRow()).isZero();
        assertThat(view.endRow()).isEqualTo(SMALL.rows());
        assertThat(view.firstColumn()).isZero();
        assertThat(view.endColumn()).isEqualTo(SMALL.width());
        assertThat(view.y(SMALL.rows() - 1) + view.rows().pitch()).isLessThanOrEqualTo(760);
        assertThat(view.x(SMALL.width() - 1) + view.columns().pitch()).isLessThanOrEqualTo(1200 - view.right());
        assertThat(view.scrolledTo(500, 500)).isEqualTo(view);
    }

    @ParameterizedTest
    @CsvSource({"1024, 560", "1280, 800", "1600, 1000", "2560, 1180", "400, 200", "0, 0"})
    void lanesAreNeverTooNarrowToReadHoweverManyThereAre(double width, double height) {
        for (double zoom : new double[] {0.2, 1, 2.4}) {
            LanesViewport view = LanesViewport.fitting(LARGE, width, height, zoom);

            assertThat(view.rows().pitch()).isBetween(14.0, 34.0);
            assertThat(view.columns().pitch()).isBetween(17.0, 44.0);
        }
    }

    @Test
    void lanesShrinkBeforeTheyAreScrolled() {
        LanesViewport high = LanesViewport.fitting(SMALL, 1200, 760, 1);
        double needed = high.top() + SMALL.rows() * 14.0 + 30;
        LanesViewport low = LanesViewport.fitting(SMALL, 1200, needed, 1);

        assertThat(low.rows().pitch()).isLessThan(high.rows().pitch()).isGreaterThanOrEqualTo(14);
        assertThat(low.mostY()).isZero();
        assertThat(LanesViewport.fitting(SMALL, 1200, needed / 2, 1).mostY()).isPositive();
    }

    @Test
    void ofThreeHundredByThreeHundredOnlyWhatIsSeenIsDrawn() {
        LanesViewport view = LanesViewport.fitting(LARGE, 1280, 800, 1);
        assertThat(LARGE.rows()).isEqualTo(299);
        assertThat(LARGE.width()).isEqualTo(300);

        for (double part : new double[] {0, 0.13, 0.5, 0.77, 1}) {
            LanesViewport seen = view.scrolledTo(view.mostX() * part, view.mostY() * part);
            for (int row = 0; row < LARGE.rows(); row++) {
                boolean visible = seen.y(row) + seen.rows().pitch() > seen.top() && seen.y(row) < seen.height();
                assertThat((row >= seen.firstRow() && row < seen.endRow()) || !visible)
                        .as("row " + row + " is drawn where it is seen")
                        .isTrue();
            }
            for (int column = 0; column < LARGE.width(); column++) {
                boolean visible = seen.x(column) + seen.columns().pitch() > seen.left()
                        && seen.x(column) < seen.width() - seen.right();
                assertThat((column >= seen.firstColumn() && column < seen.endColumn()) || !visible)
                        .as("column " + column + " is drawn where it is seen")
                        .isTrue();
            }
            assertThat(seen.endRow() - seen.firstRow()).isLessThanOrEqualTo((int) ((800 - seen.top()) / 14) + 2);
            assertThat(seen.endColumn() - seen.firstColumn())
                    .isLessThanOrEqualTo((int) ((1280 - seen.left() - seen.right()) / 17) + 2);
        }
    }

    @Test
    void scrollingEndsWithTheLastLaneAndTheLastColumn() {
        LanesViewport end = LanesViewport.fitting(LARGE, 1280, 800, 1).scrolledTo(1e9, 1e9);

        assertThat(end.endRow()).isEqualTo(299);
        assertThat(end.endColumn()).isEqualTo(300);
        assertThat(end.y(298) + end.rows().pitch()).isEqualTo(800);
        assertThat(end.bottom()).isEqualTo(800);
        assertThat(end.x(299) + end.columns().pitch()).isLessThanOrEqualTo(1280 - end.right());
        assertThat(end.scrolledTo(-5, -5)).isEqualTo(LanesViewport.fitting(LARGE, 1280, 800, 1));
    }

    @Test
    void namesStayWhereTheyAreWhenCrossingsAreScrolled() {
        LanesViewport view = LanesViewport.fitting(LARGE, 1280, 800, 1);
        LanesViewport scrolled = view.scrolledTo(1111, 777);

        assertThat(scrolled.left()).isEqualTo(view.left());
        assertThat(scrolled.top()).isEqualTo(view.top());
        assertThat(scrolled.columnAt(view.left() - 1)).isEqualTo(-1);
        assertThat(scrolled.rowAt(view.top() - 1)).isEqualTo(-1);
        assertThat(scrolled.columnAt(1280 - view.right() + 1)).isEqualTo(-1);
        // The column under a name is the one that is scrolled there, not the one that was.
        int column = scrolled.firstColumn() + 3;
        assertThat(scrolled.namedAt(scrolled.middleX(column), scrolled.top() - 10))
                .isEqualTo(column);
        assertThat(scrolled.columnAt(scrolled.middleX(column))).isEqualTo(column);
    }

    @Test
    void theMiddleOfACrossingIsThatCrossing() {
        LanesViewport view = LanesViewport.fitting(LARGE, 1280, 800, 1.4).scrolledTo(940, 1230);

        for (int row = view.firstRow() + 1; row < view.endRow() - 1; row++) {
            assertThat(view.rowAt(view.middleY(row))).isEqualTo(row);
        }
        for (int column = view.firstColumn() + 1; column < view.endColumn() - 1; column++) {
            assertThat(view.columnAt(view.middleX(column))).isEqualTo(column);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "298, 299", "150, 20", "7, 290"})
    void whatIsRevealedIsSeenWholeAndScrollingGoesNoFurther(int row, int column) {
        LanesViewport from = LanesViewport.fitting(LARGE, 1280, 800, 1).scrolledTo(2000, 2000);
        LanesViewport to = from.revealing(row, column);

        assertThat(to.y(row)).isGreaterThanOrEqualTo(to.top());
        assertThat(to.y(row) + to.rows().pitch()).isLessThanOrEqualTo(800);
        assertThat(to.x(column)).isGreaterThanOrEqualTo(to.left());
        assertThat(to.x(column) + to.columns().pitch()).isLessThanOrEqualTo(1280 - to.right());
        assertThat(to.revealing(row, column)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "220, 800", "1280, 90"})
    void aViewWithoutRoomForACrossingRevealsItsBeginning(double width, double height) {
        LanesViewport to = LanesViewport.fitting(LARGE, width, height, 1).revealing(150, 150);

        assertThat(to.x(150)).isGreaterThanOrEqualTo(to.left());
        assertThat(to.y(150)).isGreaterThanOrEqualTo(to.top());
    }

    @Test
    void withoutNetworksAndServicesThereIsNothingToSee() {
        LanesViewport view = LanesViewport.fitting(LaneTable.EMPTY, 1280, 800, 1);

        assertThat(view.endRow()).isZero();
        assertThat(view.endColumn()).isZero();
        assertThat(view.rowAt(400)).isEqualTo(-1);
        assertThat(view.columnAt(600)).isEqualTo(-1);
        assertThat(view.namedAt(600, 20)).isEqualTo(-1);
    }

    private static LaneTable table(Topology topology) {
        Tint[] tiers = {Tint.DMZ, Tint.BACKEND, Tint.DATA};
        Map<String, Tint> homes = new HashMap<>();
        topology.services().keySet().forEach(key -> homes.put(key, tiers[homes.size() % tiers.length]));
        return LaneTable.of(
                LaneOrder.of(LaneRequest.of(topology, homes)),
                new LaneTable.Content(topology, topology, EngineOnly.NOTHING, Map.of()));
    }
}
