package dev.bulkhead.ui.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.layout.HBox;

/**
 * Row that is never wider than its place: where its content does not fit it takes one saving after the other until it
 * does, and gives them back in the reverse order when there is room.
 *
 * <p>What fits is measured and not read from a table of widths, because a project's name or an engine's version can be of
 * any length.
 */
public class FittedRow extends HBox {

    private final List<Consumer<Boolean>> savings = new ArrayList<>();
    private double fitted = -1;
    private boolean stale = true;

    /** Adds a saving, taken after those before it. */
    protected final void saving(Consumer<Boolean> take) {
        savings.add(take);
        refit();
    }

    /** Measures again whenever one of the values has changed. */
    protected final void refitOn(Observable... contents) {
        for (Observable content : contents) {
            content.addListener(changed -> refit());
        }
    }

    /** Measures again before the next picture is drawn. */
    protected final void refit() {
        stale = true;
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        // Only when something changed: every saving that is taken asks for another layout.
        if (stale || fitted != getWidth()) {
            stale = false;
            fitted = getWidth();
            fit();
        }
        super.layoutChildren();
    }

    private void fit() {
        savings.forEach(saving -> saving.accept(false));
        for (Consumer<Boolean> saving : savings) {
            if (computePrefWidth(-1) <= fitted) {
                return;
            }
            saving.accept(true);
        }
    }
}
