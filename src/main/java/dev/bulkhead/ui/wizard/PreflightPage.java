package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Page of what must hold before, each looked at live, with what to do where it does not. */
final class PreflightPage extends ScrollPane {

    private final WizardViewModel model;
    private final WizardActions actions;
    private final VBox items = Nodes.column("bh-check-list");

    PreflightPage(WizardViewModel model, WizardActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("bh-page-scroll");
        setFitToWidth(true);
        Button again = new Button(Words.of("preflightpage.look-again"), Glyph.RELOAD.icon());
        again.setId("preflight-again");
        again.setOnAction(event -> model.runPreflight());
        again.disableProperty().bind(model.busyProperty());
        VBox changes = Nodes.column("bh-card", Nodes.heading(Words.of("preflightpage.what-this-iteration-does")));
        changes.getChildren().add(Nodes.wrapped(model.playbook().objective(), "bh-lead"));
        model.playbook().changes().forEach(line -> changes.getChildren().add(bullet(line)));
        VBox content = Nodes.column("bh-page-column", items, new HBox(again), changes);
        if (!model.playbook().before().isEmpty()) {
            VBox before = Nodes.column("bh-card", Nodes.heading(Words.of("preflightpage.before-you-start")));
            model.playbook().before().forEach(line -> before.getChildren().add(bullet(line)));
            content.getChildren().add(before);
        }
        setContent(content);
        model.preflight().addListener((ListChangeListener<PreflightItem>) change -> render());
        render();
    }

    private void render() {
        List<PreflightItem> waiting = model.preflight().stream()
                .filter(item -> item.blocks() && item.id().startsWith(Surprises.PENDING))
                .toList();
        items.getChildren()
                .setAll(model.preflight().stream()
                        .filter(item -> !waiting.contains(item))
                        .map(this::row)
                        .toList());
        if (!waiting.isEmpty()) {
            items.getChildren().addFirst(waiting(waiting));
        }
        Nodes.present(items, !model.preflight().isEmpty());
    }

    /** What waits to be deployed is one matter, however many services it is. */
    private Node waiting(List<PreflightItem> services) {
        VBox words = new VBox(
                Nodes.wrapped(
                        services.size() == 1
                                ? Words.of("preflightpage.one-service-waits-to-be")
                                : Words.of("preflightpage.services-wait-to-be-deployed", services.size()),
                        "bh-check-title"),
                Nodes.wrapped(Words.of("preflightpage.their-files-say-something-else"), "bh-muted"));
        services.forEach(item -> words.getChildren().add(bullet(item.seen())));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button bring = new Button(Words.of("preflightpage.bring-the-engine-to-the"));
        bring.setId("preflight-apply-files");
        bring.getStyleClass().add("accent");
        bring.setOnAction(event -> actions.applyFiles());
        Button accept = new Button(
                services.size() == 1
                        ? Words.of("preflightpage.accept")
                        : Words.of("preflightpage.accept-all", services.size()));
        accept.setId("preflight-accept-pending");
        accept.setOnAction(event -> model.accept(services));
        VBox buttons = new VBox(6, bring, accept);
        for (Button button : List.of(bring, accept)) {
            button.setMinWidth(USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            button.disableProperty().bind(model.busyProperty());
        }
        HBox row = Nodes.row("bh-check-row", icon(CheckStatus.FAILED), words, buttons);
        row.setId("preflight-pending");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Node row(PreflightItem item) {
        VBox words = new VBox(Nodes.wrapped(item.title(), "bh-check-title"), Nodes.wrapped(item.seen(), "bh-muted"));
        item.fix().ifPresent(fix -> words.getChildren().add(Nodes.wrapped(fix, "bh-check-fix")));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Nodes.row("bh-check-row", icon(item.status()), words);
        if (item.blocks() && item.acceptable()) {
            Button accept = new Button(Words.of("preflightpage.accept"));
            accept.setId("preflight-accept-" + item.id());
            accept.setMinWidth(USE_PREF_SIZE);
            accept.setOnAction(event -> model.accept(List.of(item)));
            accept.disableProperty().bind(model.busyProperty());
            row.getChildren().add(accept);
        }
        row.setAlignment(Pos.TOP_LEFT);
        row.setAccessibleText(item.status() + ": " + item.title() + ". " + item.seen());
        return row;
    }

    /** Returns the sign of a check's end. */
    static Node icon(CheckStatus status) {
        Glyph glyph = switch (status) {
            case PASSED -> Glyph.DONE_CIRCLE;
            case FAILED -> Glyph.FAILED;
            case WARNING -> Glyph.WARNING;
            case UNKNOWN -> Glyph.UNKNOWN;
        };
        Node icon = glyph.icon();
        icon.getStyleClass()
                .add(
                        switch (status) {
                            case PASSED -> "bh-success";
                            case FAILED -> "bh-danger";
                            case WARNING -> "bh-warning";
                            case UNKNOWN -> "bh-unknown";
                        });
        return icon;
    }

    /** Returns a line of a list. */
    static Node bullet(String text) {
        HBox row = Nodes.row("bh-bullet", Nodes.label("•", "bh-muted"), Nodes.wrapped(text));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
