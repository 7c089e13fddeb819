package dev.bulkhead.ui.canvas.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How large text has to be on a map that is drawn small. */
class LegibilityTest {

    static DoubleStream zooms() {
        return DoubleStream.iterate(0.05, zoom -> zoom <= 3, zoom -> zoom * 1.013);
    }

    @ParameterizedTest
    @MethodSource("zooms")
    void everyPrintThatIsDrawnHasItsLeastSizeAndFitsItsCard(double zoom) {
        Legibility read = Legibility.at(zoom, 1);

        if (read.detail() != Detail.FAR) {
            assertThat(read.name() * zoom).isGreaterThanOrEqualTo(Legibility.LEAST);
            assertThat(read.name()).isLessThan(56 / 1.28);
        }
        if (read.detail() == Detail.NEAR) {
            assertThat(read.small() * zoom).isGreaterThanOrEqualTo(Legibility.LEAST);
            assertThat(1.28 * (read.name() + read.small())).isLessThanOrEqualTo(54);
        }
        assertThat(read.title() * zoom).isGreaterThanOrEqualTo(Legibility.LEAST);
    }

    @ParameterizedTest
    @MethodSource("zooms")
    void aScreenWithFinePixelsHasAsManyOfThemAndShowsNoLess(double zoom) {
        Legibility usual = Legibility.at(zoom, 1);
        Legibility fine = Legibility.at(zoom, 2);

        assertThat(fine.detail()).isLessThanOrEqualTo(usual.detail());
        assertThat(fine.name()).isEqualTo(usual.name());
        if (fine.detail() == Detail.NEAR) {
            assertThat(fine.small() * zoom * 2).isGreaterThanOrEqualTo(Legibility.LEAST);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1, NEAR", "0.55, 1, NEAR", "0.50, 1, MID", "0.50, 2, NEAR", "0.32, 1, MID", "0.26, 1, FAR"})
    void whatIsLeftOutFirstIsWhatACardSaysBesideItsName(double zoom, double output, Detail detail) {
        assertThat(Legibility.at(zoom, output).detail()).isEqualTo(detail);
    }
}
