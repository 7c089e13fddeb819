package dev.bulkhead.ui.reach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which cells are seen. */
class ReachViewportTest {

    private static final ReachViewport TWO_THOUSAND = new ReachViewport(10, 100, 50, 600, 350, 0, 0, 2000);

    @Test
    void onlyWhatFitsIsDrawn() {
        ReachViewport view = TWO_THOUSAND.scrolledTo(1000, 2005);

        assertThat(new int[] {view.firstColumn(), view.endColumn(), view.firstRow(), view.endRow()})
                .containsExactly(100, 150, 200, 231);
    }

    @Test
    void aCellIsFoundWhereItIsDrawn() {
        ReachViewport view = TWO_THOUSAND.scrolledTo(1000, 2005);

        assertThat(view.columnAt(view.x(123) + 1)).isEqualTo(123);
        assertThat(view.rowAt(view.y(220) + 1)).isEqualTo(220);
        assertThat(view.columnAt(40)).isEqualTo(-1);
    }

    @Test
    void scrollingEndsWithTheLastCell() {
        assertThat(TWO_THOUSAND.scrolledTo(1e9, 1e9).endRow()).isEqualTo(2000);
        assertThat(TWO_THOUSAND.scrolledTo(-5, -5)).isEqualTo(TWO_THOUSAND);
    }

    @Test
    void revealingACellScrollsNoFurtherThanNeeded() {
        assertThat(TWO_THOUSAND.revealing(3, 3)).isEqualTo(TWO_THOUSAND);
        assertThat(TWO_THOUSAND.revealing(99, 3)).isEqualTo(TWO_THOUSAND.scrolledTo(0, 700));
    }
}
