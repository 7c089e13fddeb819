package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.WayBack;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.run.RunViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Page of the way back: what it puts back, what of that is done, and how it ended. */
final class WayBackPage extends VBox {

    private static final double MOST_FILES = 150;

    private final WizardViewModel model;
    private final RunViewModel run;
    private final Label summary = Nodes.wrapped("", "bh-lead");
    private final ProgressBar bar = new ProgressBar();
    private final VBox files = Nodes.column("bh-card");
    private final VBox planned = Nodes.column("bh-row-list");
    private final Node toCome;
    private final VBox undone = Nodes.column("bh-row-list");

    WayBackPage(WizardViewModel model) {
        this.model = model;
        this.run = model.run();
        getStyleClass().add("bh-apply");
        setId("way-back-page");
        summary.setId("way-back-summary");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("bh-run-bar");
        toCome = column(Words.of("waybackpage.still-to-be-taken-back"), planned);
        HBox lists = new HBox(12, toCome, column(Words.of("waybackpage.taken-back"), undone));
        VBox.setVgrow(lists, Priority.ALWAYS);
        // many files leave the steps in sight
        ScrollPane fewFiles = new ScrollPane(files);
        fewFiles.setFitToWidth(true);
        fewFiles.getStyleClass().add("bh-page-scroll");
        fewFiles.setMaxHeight(MOST_FILES);
        fewFiles.managedProperty().bind(files.managedProperty());
        fewFiles.visibleProperty().bind(files.visibleProperty());
        getChildren().addAll(summary, bar, fewFiles, lists);
        run.wayBackProperty().subscribe(this::plan);
        run.undone().addListener((ListChangeListener<String>) change -> tell());
        run.outcomeProperty().addListener((property, old, now) -> tell());
        model.busyProperty().addListener((property, old, now) -> tell());
        tell();
    }

    private static Node column(String heading, VBox rows) {
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bh-page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox column = new VBox(6, Nodes.heading(heading), scroll);
        column.setPrefWidth(100);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void plan(Optional<WayBack> way) {
        List<String> told = way.map(WayBack::files).orElse(List.of());
        files.getChildren().setAll(Nodes.heading(Words.of("waybackpage.files")));
        told.forEach(sentence -> files.getChildren().add(PreflightPage.bullet(sentence)));
        Nodes.present(files, !told.isEmpty());
        tell();
    }

    private void tell() {
        undone.getChildren()
                .setAll(run.undone().stream().map(what -> row(Glyph.DONE, what)).toList());
        int files = this.files.isManaged() ? 1 : 0;
        List<String> steps = run.wayBackProperty().get().map(WayBack::steps).orElse(List.of());
        int all = steps.size() + files;
        planned.getChildren()
                .setAll(steps.stream()
                        .filter(step -> run.undone().stream().noneMatch(done -> done.contains(operation(step))))
                        .map(step -> row(Glyph.WAITING, step))
                        .toList());
        Nodes.present(toCome, !planned.getChildren().isEmpty());
        Optional<RunOutcome> outcome = run.outcomeProperty().get();
        bar.setProgress(
                outcome.isPresent()
                        ? 1
                        : all == 0 ? -1 : Math.min(1, run.undone().size() / (double) all));
        Nodes.present(bar, model.busyProperty().get() || outcome.isPresent());
        summary.setText(outcome.map(RunOutcome::sentence)
                .orElseGet(() -> model.busyProperty().get()
                        ? Words.of(
                                "waybackpage.taken-back-files-are-settled",
                                run.undone().size())
                        : Words.of("waybackpage.the-way-back-was-not")));
        boolean fine =
                outcome.filter(ended -> ended.state() == RunState.ROLLED_BACK).isPresent();
        summary.setGraphic((outcome.isEmpty() ? Glyph.ROLL_BACK : fine ? Glyph.DONE_CIRCLE : Glyph.WARNING).icon());
        summary.getStyleClass()
                .setAll("label", "bh-lead", outcome.isEmpty() ? "bh-muted" : fine ? "bh-good" : "bh-bad");
    }

    /** What is told beside an operation, as how long it took on the way there, stands in brackets. */
    private static String operation(String step) {
        int told = step.indexOf(" (");
        return told < 0 ? step : step.substring(0, told);
    }

    private static Node row(Glyph sign, String words) {
        HBox row = Nodes.row("bh-list-row", sign.icon(), Nodes.wrapped(words));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
