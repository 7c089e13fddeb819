package dev.bulkhead.ui.matrix;

import dev.bulkhead.topology.Service;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Cell that tells whether a service is on a network: a filled square with a tick, or an empty one. */
final class MembershipCell extends TableCell<MembershipTable.Row, MembershipTable.Row> {

    private static final PseudoClass BEGINS = PseudoClass.getPseudoClass("group-begins");

    private final MembershipTable.Column column;
    private final StackPane square = new StackPane();
    private final Brush brush;

    /** What is painted with, held by the table. */
    interface Brush {

        /** Begins at a square. */
        void press(Painting.Square square);

        /** Goes over a square. */
        void over(Painting.Square square);

        /** Ends. */
        void release();

        /** Returns what a square would become; empty for those that stay. */
        Optional<Boolean> painted(Painting.Square square);
    }

    MembershipCell(MembershipTable.Column column, Brush brush) {
        this.column = column;
        this.brush = brush;
        square.getStyleClass().addAll("bh-matrix-square", column.tint().styleClass());
        FontIcon tick = new FontIcon("mdi2c-check-bold");
        tick.getStyleClass().add("bh-matrix-tick");
        square.getChildren().add(tick);
        setAlignment(Pos.CENTER);
        pseudoClassStateChanged(BEGINS, column.begins());
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                brush.press(place(getItem()));
            }
        });
        // Others hear of the pointer only once the drag is one of the whole table.
        setOnDragDetected(event -> startFullDrag());
        setOnMouseDragEntered(event -> {
            if (getItem() != null) {
                brush.over(place(getItem()));
            }
        });
        setOnMouseReleased(event -> brush.release());
    }

    private Painting.Square place(MembershipTable.Row row) {
        return new Painting.Square(row.service().key(), column.network());
    }

    @Override
    protected void updateItem(MembershipTable.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            setId(null);
            return;
        }
        Service service = row.service();
        boolean joins = brush.painted(place(row)).orElse(service.joins(column.network()));
        boolean can = service.networkMode().text().isEmpty();
        setId("cell-" + service.key() + "-" + column.network());
        square.getStyleClass().removeAll("bh-on", "bh-off", "bh-barred");
        square.getStyleClass().add(joins ? "bh-on" : can ? "bh-off" : "bh-barred");
        setGraphic(square);
        setAccessibleText(
                joins
                        ? Words.of("membershipcell.is-on", service.key(), column.network())
                        : Words.of("membershipcell.is-not-on", service.key(), column.network()));
    }
}
