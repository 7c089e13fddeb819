package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.card.Legibility;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** How large the map's words are as drawn, in views of several sizes and at every zoom. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class MapLegibilityIT extends ShownMap {

    /** The room for the map in windows of 1024, 1480 and 2560 pixels. */
    private static final List<Dimension2D> SIZES =
            List.of(new Dimension2D(596, 455), new Dimension2D(928, 588), new Dimension2D(1980, 1130));

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void noNameIsDrawnSmallerThanElevenPixelsOrBeyondItsCard() {
        for (Topology topology : samples()) {
            open(topology);
            for (Dimension2D size : SIZES) {
                resize(size);
                onFx(view::fitWhole);
                checkAllThatIsDrawn(topology.project() + " as a whole in " + size);
                onFx(view::resetZoom);
                for (int step = 0; step < 14; step++) {
                    onFx(() -> view.zoomBy(1 / 1.25));
                    checkAllThatIsDrawn(topology.project() + " in " + size + " at "
                            + view.zoomProperty().get());
                }
            }
        }
    }

    @Test
    void aViewThatIsNarrowerAfterTheStartIsArrangedForItsShape() {
        open(SampleTopologies.mediaServerAfter());
        resize(SIZES.get(2));
        onFx(view::fit);
        double wide = aspect();
        resize(new Dimension2D(560, 900));

        assertThat(aspect()).isLessThan(wide * 0.8);
        assertThat(view.zoomProperty().get()).isBetween(Fit.READABLE, Fit.MOST);
        checkAllThatIsDrawn("a narrow view");
    }

    @Test
    void whatDoesNotFitReadablyIsShownInPartWithASmallMapThatLeadsOn(FxRobot robot) {
        open(SampleTopologies.large(120, 20));
        resize(SIZES.get(1));
        onFx(view::arrange);
        Node mini = view.lookup("#mini-map");

        assertThat(view.zoomProperty().get()).isEqualTo(Fit.PART);
        assertThat(mini.isVisible()).isTrue();
        Bounds before = frame();
        robot.clickOn(mini);
        settle();
        assertThat(frame().getMinX()).isGreaterThan(before.getMinX());
        assertThat(view.zoomProperty().get()).isEqualTo(Fit.PART);

        onFx(view::requestFocus);
        robot.type(KeyCode.F);
        robot.type(KeyCode.F);
        settle();
        assertThat(view.zoomProperty().get()).isLessThan(Fit.READABLE);
        assertThat(mini.isVisible()).isFalse();
        checkAllThatIsDrawn("everything, however small");
    }

    @Test
    void fromAfarZonesAreNamedOverTheirBlocksAndNoNameCoversAnother() {
        open(SampleTopologies.large(300, 12));
        resize(SIZES.get(0));
        onFx(view::fitWhole);

        List<Bounds> names = view.lookupAll(".bh-zone-far-name").stream()
                .map(name -> name.localToScene(name.getLayoutBounds()))
                .toList();
        assertThat(names).isNotEmpty();
        for (Bounds one : names) {
            assertThat(names.stream().filter(other -> other.intersects(one))).hasSize(1);
        }
        assertThat(view.lookupAll(".bh-card-name")).isEmpty();
    }

    private static List<Topology> samples() {
        return List.of(
                SampleTopologies.mediaServerBefore(),
                SampleTopologies.mediaServerAfter(),
                PairwiseTopologies.pairs(8),
                SampleTopologies.large(60, 7));
    }

    private void checkAllThatIsDrawn(String where) {
        settle();
        onFx(() -> {
            view.applyCss();
            view.layout();
            assertThat(NameCollisions.of(view)).as("names of " + where).isEmpty();
            words(view).forEach(words -> {
                double scale = words.localToScene(words.getLayoutBounds()).getWidth() / words.getWidth();
                assertThat(words.getFont().getSize() * scale)
                        .as(words.getText() + " of " + where)
                        .isGreaterThanOrEqualTo(Legibility.LEAST - 0.01);
                if (words.getParent() != null
                        && words.getParent().getStyleClass().contains("bh-card")) {
                    Bounds card =
                            words.getParent().localToScene(words.getParent().getLayoutBounds());
                    Bounds drawn = words.localToScene(words.getLayoutBounds());
                    assertThat(drawn.getMinX())
                            .as(words.getText() + " of " + where)
                            .isGreaterThan(card.getMinX());
                    assertThat(drawn.getMaxX())
                            .as(words.getText() + " of " + where)
                            .isLessThanOrEqualTo(card.getMaxX() + 0.5);
                }
            });
        });
    }

    /** Returns everything with words that is seen. */
    private static Stream<Labeled> words(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Labeled words) {
            return words.getText() == null || words.getText().isEmpty() || words.getWidth() <= 0
                    ? Stream.empty()
                    : Stream.of(words);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(MapLegibilityIT::words)
                : Stream.empty();
    }

    private void open(Topology topology) {
        onFx(() -> model.open(topology, SourceMap.EMPTY, LayoutPositions.EMPTY));
        onFx(view::fitWhole);
        onFx(view::fit);
    }

    private void resize(Dimension2D size) {
        onFx(() -> {
            view.getScene().getWindow().setWidth(size.getWidth());
            view.getScene().getWindow().setHeight(size.getHeight());
        });
        settle();
    }

    private Bounds frame() {
        return view.lookup("#mini-map-frame").getBoundsInParent();
    }

    private double aspect() {
        return model.geometry().get().bounds().width()
                / model.geometry().get().bounds().height();
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        settle();
    }
}
