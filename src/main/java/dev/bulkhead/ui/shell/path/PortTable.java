package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.iteration.ports.PortOutlook;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Table of published ports in the order in which they go, each with its route and what that answers at this moment. */
final class PortTable extends VBox {

    private static final double ORDER = 40;
    private static final double PORT = 130;
    private static final double SERVICE = 130;
    private static final double ROUTE = 170;
    private static final double OUTAGE = 60;

    PortTable(PortsViewModel.Ports ports) {
        setId("step-ports");
        getStyleClass().addAll("bh-row-list", "bh-port-table");
        getChildren()
                .add(line(
                        "bh-port-head",
                        cell(Words.of("porttable.order"), ORDER),
                        cell(Words.of("porttable.port-on-the-host"), PORT),
                        cell(Words.of("porttable.service"), SERVICE),
                        wide(Words.of("porttable.who-reaches-it-today")),
                        cell(Words.of("porttable.route-after"), ROUTE),
                        wide(Words.of("porttable.route-answers")),
                        end(Words.of("porttable.outage"))));
        for (int i = 0; i < ports.closing().size(); i++) {
            getChildren().add(row(Integer.toString(i + 1), ports.closing().get(i)));
        }
        section(Words.of("porttable.stay-open"), ports.staying());
        section(Words.of("porttable.routes"), ports.routes());
    }

    private void section(String title, List<PortRow> rows) {
        if (!rows.isEmpty()) {
            Label heading = Nodes.heading(title);
            heading.getStyleClass().add("bh-port-section");
            heading.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(heading);
            rows.forEach(row -> getChildren().add(row("–", row)));
        }
    }

    private static Node row(String order, PortRow row) {
        Label answer = wide("");
        answer.getStyleClass().add("bh-route-answer");
        Label port = cell(row.port().map(PortOutlook.Port::onHost).orElse("–"), PORT);
        port.getStyleClass().add("bh-mono");
        Label service = cell(
                row.port()
                        .map(PortOutlook.Port::service)
                        .or(() -> row.route().map(route -> route.service()))
                        .orElse(""),
                SERVICE);
        service.getStyleClass().add("bh-table-name");
        Label who =
                wide(row.port().map(p -> p.audience() + " · " + p.what()).orElse(Words.of("porttable.by-name-alone")));
        row.port().ifPresent(p -> who.setGraphic(ExposureCard.mark(p.reach())));
        HBox line = line(
                "bh-port-row",
                cell(order, ORDER),
                port,
                service,
                who,
                cell(row.opened(), ROUTE),
                answer,
                end(row.outage()));
        row.answerProperty().subscribe(now -> {
            answer.setText(now.words());
            answer.setTooltip(new Tooltip(now.words()));
            answer.setGraphic(
                    switch (now.kind()) {
                        case NOT_ASKED -> null;
                        case ASKING -> Glyph.RUNNING.icon();
                        case ANSWERS -> Glyph.DONE_CIRCLE.icon();
                        case SILENT -> Glyph.FAILED.icon();
                        case UNKNOWN -> Glyph.UNKNOWN.icon();
                    });
            line.getStyleClass().setAll("bh-port-row", Nodes.styleClass(now.kind()));
            line.setAccessibleText(service.getText() + " " + port.getText() + ": " + now.words());
        });
        return line;
    }

    private static HBox line(String style, Label... cells) {
        HBox line = Nodes.row(style, cells);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label cell(String text, double width) {
        Label label = Nodes.label(text);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        if (!text.isEmpty()) {
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }

    private static Label end(String text) {
        Label label = cell(text, OUTAGE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static Label wide(String text) {
        Label label = Nodes.label(text);
        label.setMinWidth(60);
        label.setPrefWidth(200);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        if (!text.isEmpty()) {
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }
}
