package dev.bulkhead.ui.wizard;

import dev.bulkhead.engine.stream.ByteWords;
import dev.bulkhead.migrate.WayBack;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** List of the pages, and the way back while there is one. */
final class WizardSteps extends VBox {

    private final WizardViewModel model;
    private final VBox list = Nodes.column("bh-side-list");
    private final Label way = Nodes.wrapped("", "bh-muted");

    WizardSteps(WizardViewModel model) {
        this.model = model;
        getStyleClass().addAll("bh-sidebar", "bh-side-content", "bh-wizard-steps");
        way.setId("way-back");
        // In a low window it is cut short, and does not hang over the bars.
        way.setMinHeight(0);
        setMinHeight(0);
        getChildren()
                .addAll(
                        Nodes.heading(RunName.heading(model.playbook())),
                        list,
                        Nodes.heading(Words.of("wizardsteps.way-back")),
                        way);
        model.pageProperty().addListener((property, old, now) -> render());
        model.reachedProperty().addListener((property, old, now) -> render());
        model.busyProperty().addListener((property, old, now) -> render());
        model.run().restorePointProperty().addListener((property, old, now) -> render());
        model.run().wayBackProperty().addListener((property, old, now) -> render());
        model.run().outcomeProperty().addListener((property, old, now) -> render());
        render();
    }

    private void render() {
        list.getChildren().clear();
        for (WizardPage page : pages()) {
            boolean current = page == model.pageProperty().get();
            boolean reachable = page == WizardPage.WAY_BACK
                    || page.compareTo(model.reachedProperty().get()) <= 0;
            boolean done = page.compareTo(model.reachedProperty().get()) < 0;
            Glyph sign = current ? Glyph.CURRENT : done ? Glyph.DONE : Glyph.WAITING;
            Button button = new Button(page.title(), sign.icon());
            button.setId("page-" + page.title().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("bh-side-row", "bh-wizard-step", done ? "bh-done" : "bh-open");
            if (current) {
                button.getStyleClass().add("bh-selected");
            }
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setDisable(!reachable);
            button.setOnAction(event -> model.show(page));
            list.getChildren().add(button);
        }
        way.setText(wayBack());
    }

    /** The way back is a page once it was begun; a walk that does nothing else has no other but its report. */
    private List<WizardPage> pages() {
        boolean turned = model.pageProperty().get() == WizardPage.WAY_BACK
                || model.run().wayBackProperty().get().isPresent();
        if (turned && model.reviewProperty().get().isEmpty()) {
            return List.of(WizardPage.WAY_BACK, WizardPage.REPORT);
        }
        return Stream.of(WizardPage.values())
                .filter(page -> page != WizardPage.WAY_BACK || turned)
                .toList();
    }

    private String wayBack() {
        Optional<WayBack> turned = model.run().wayBackProperty().get();
        if (turned.isPresent()) {
            return Words.of("wizardsteps.files-and-engine-go-back", turned.get().point());
        }
        Optional<RunEvent.RestorePointTaken> taken =
                model.run().restorePointProperty().get();
        if (taken.isEmpty()) {
            return Words.of("wizardsteps.nothing-has-been-touched-yet");
        }
        RunEvent.RestorePointTaken point = taken.get();
        return Words.of(
                "wizardsteps.restore-point-roll-back-puts",
                point.id(),
                Words.count("file", point.files()),
                Words.count("container", point.containers()),
                Words.count("network", point.networks()),
                ByteWords.of(point.bytes()));
    }
}
