package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.iteration.ports.PortOutlook;
import dev.bulkhead.ui.theme.Nodes;
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
                .addAll(Nodes.heading("Exposure: one box is one published port"), row("today", today, today.size()));
        if (after.size() < today.size()) {
            getChildren().add(row("after", after, today.size()));
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
            case INTERNET -> "open to the internet";
            case LAN -> "open to the LAN";
            case ALLOWED -> "allowed by bulkhead.yml";
            case HOST -> "open to this host alone";
        };
    }

    private static Node row(String name, List<PortOutlook.Port> open, int all) {
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
        count.setId("exposure-" + name);
        HBox row = Nodes.row("bh-exposure-row", title, boxes, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(name + ": " + open.size() + " of " + all + " published ports");
        return row;
    }

    private static String tip(PortOutlook.Port port) {
        return port.onHost() + " of " + port.service() + ": " + words(port.reach());
    }
}
