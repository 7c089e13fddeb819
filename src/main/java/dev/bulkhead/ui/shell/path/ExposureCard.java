package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.iteration.ports.PortOutlook;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Card of the exposure of a project as boxes that can be counted, one a published port: today above afterwards. */
final class ExposureCard extends VBox {

    ExposureCard(PortsViewModel.Ports ports) {
        setId("step-exposure");
        getStyleClass().add("bh-card");
        List<PortOutlook.Port> today = ports.today();
        List<PortOutlook.Port> after = ports.after();
        FlowPane legend = new FlowPane(16, 4);
        for (PortOutlook.Reach reach : PortOutlook.Reach.values()) {
            long count = today.stream().filter(port -> port.reach() == reach).count();
            if (count > 0) {
                Label words = Nodes.label(count + " " + words(reach));
                words.setGraphic(mark(reach));
                legend.getChildren().add(words);
            }
        }
        getChildren()
                .addAll(
                        Nodes.heading(Words.of("exposurecard.exposure-one-box-is-one")),
                        row("today", Words.of("exposurecard.today"), today, today.size()));
        if (after.size() < today.size()) {
            getChildren().add(row("after", Words.of("exposurecard.after"), after, today.size()));
        }
        getChildren().add(legend);
    }

    /** Returns the sign of how far a port is open: each has a shape of its own beside its colour. */
    static Region mark(PortOutlook.Reach reach) {
        Region mark = new Region();
        mark.getStyleClass().addAll("bh-exposure-shape", Nodes.styleClass(reach));
        return mark;
    }

    static String words(PortOutlook.Reach reach) {
        return switch (reach) {
            case INTERNET -> Words.of("exposurecard.open-to-the-internet");
            case LAN -> Words.of("exposurecard.open-to-the-lan");
            case ALLOWED -> Words.of("exposurecard.allowed-by-bulkhead-yml");
            case HOST -> Words.of("exposurecard.open-to-this-host-alone");
        };
    }

    private static Node row(String id, String name, List<PortOutlook.Port> open, int all) {
        Label title = Nodes.label(name, "bh-muted");
        title.setMinWidth(44);
        HBox boxes = new HBox();
        boxes.getStyleClass().add("bh-exposure-boxes");
        boxes.setMinWidth(0);
        for (int i = 0; i < all; i++) {
            Region box = new Region();
            box.getStyleClass().add("bh-exposure-box");
            if (i < open.size()) {
                box.getStyleClass().add(Nodes.styleClass(open.get(i).reach()));
                Tooltip.install(box, new Tooltip(tip(open.get(i))));
            } else {
                box.getStyleClass().add("bh-closed");
            }
            HBox.setHgrow(box, Priority.ALWAYS);
            boxes.getChildren().add(box);
        }
        HBox.setHgrow(boxes, Priority.ALWAYS);
        Label count = Nodes.label(Integer.toString(open.size()), "bh-exposure-count");
        count.setId("exposure-" + id);
        HBox row = Nodes.row("bh-exposure-row", title, boxes, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(Words.of("exposurecard.of-published-ports", name, open.size(), all));
        return row;
    }

    private static String tip(PortOutlook.Port port) {
        return Words.of("exposurecard.of", port.onHost(), port.service(), words(port.reach()));
    }
}
