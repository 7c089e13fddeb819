package dev.bulkhead.ui.matrix;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Service;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Cell that tells whether a service is on a network: a filled square with a tick, or an empty one. */
final class MembershipCell extends TableCell<Service, Service> {

    private final String network;
    private final StackPane square = new StackPane();

    MembershipCell(String network, Tint tint, BiConsumer<Service, String> toggle) {
        this.network = network;
        square.getStyleClass().addAll("bh-matrix-square", tint.styleClass());
        FontIcon tick = new FontIcon("mdi2c-check-bold");
        tick.getStyleClass().add("bh-matrix-tick");
        square.getChildren().add(tick);
        setAlignment(Pos.CENTER);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                toggle.accept(getItem(), network);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Service service, boolean empty) {
        super.updateItem(service, empty);
        if (empty || service == null) {
            setGraphic(null);
            setAccessibleText("");
            setId(null);
            return;
        }
        boolean joins = service.joins(network);
        boolean can = service.networkMode().text().isEmpty();
        setId("cell-" + service.key() + "-" + network);
        square.getStyleClass().removeAll("bh-on", "bh-off", "bh-barred");
        square.getStyleClass().add(joins ? "bh-on" : can ? "bh-off" : "bh-barred");
        setGraphic(square);
        setAccessibleText(service.key() + (joins ? " is on " : " is not on ") + network);
    }
}
