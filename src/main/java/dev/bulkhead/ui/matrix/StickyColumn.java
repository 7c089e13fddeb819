package dev.bulkhead.ui.matrix;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

/** First column of a table that stays where it is while the others are scrolled sideways beneath it. */
final class StickyColumn {

    private final TableView<?> table;
    private final DoubleProperty shift = new SimpleDoubleProperty(this, "shift");

    StickyColumn(TableView<?> table) {
        this.table = table;
        table.skinProperty().subscribe(skin -> follow());
        shift.subscribe(value -> holdHeader());
    }

    /** How far the others are scrolled away, in pixels. */
    DoubleProperty shiftProperty() {
        return shift;
    }

    /** Holds a cell of the column, over those that pass beneath it. */
    void hold(Node cell) {
        cell.translateXProperty().bind(shift);
        cell.setViewOrder(-1);
    }

    /** The bar is there once the table has its skin. */
    private void follow() {
        table.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .forEach(bar -> shift.bind(bar.valueProperty()));
    }

    private void holdHeader() {
        table.lookupAll(".column-header").stream()
                .filter(TableColumnHeader.class::isInstance)
                .map(TableColumnHeader.class::cast)
                .filter(header -> !table.getColumns().isEmpty()
                        && table.getColumns().getFirst().equals(header.getTableColumn()))
                .filter(header -> !header.translateXProperty().isBound())
                .forEach(header -> {
                    header.getStyleClass().add("bh-matrix-sticky-header");
                    hold(header);
                });
    }
}
