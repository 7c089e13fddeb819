package dev.bulkhead.ui.status;

import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.SheetWriter;
import dev.bulkhead.migrate.status.sheet.StatusPage;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** View of where the project stands: the whole report as cards, what is being looked at, and the ways to take it along. */
public final class StatusView extends BorderPane {

    private final StatusViewModel model;
    private final StatusActions actions;
    private final InstantSource clock;
    private final ZoneId zone;
    private final VBox column = Nodes.column("bh-status-column");
    private final ScrollPane scroll = new ScrollPane(column);
    private final Label at = Nodes.label("", "bh-muted");
    private final MenuButton export = new MenuButton(Words.of("statusview.export"), Glyph.EXPORT.icon());
    private final Timeline tick = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> tell()));
    private SheetCards cards;

    /**
     * Shows the status.
     *
     * @param zone the zone times are shown in
     */
    public StatusView(StatusViewModel model, StatusActions actions, InstantSource clock, ZoneId zone) {
        this.model = model;
        this.actions = actions;
        this.clock = clock;
        this.zone = zone;
        this.cards = new SheetCards(actions);
        setId("status-view");
        getStyleClass().add("bh-status-view");
        scroll.setId("status-scroll");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Words.of("statusview.status-of-the-project"));
        scroll.getStyleClass().add("bh-page-scroll");
        setTop(new VBox(head(), working(), trouble()));
        setCenter(scroll);
        tick.setCycleCount(Animation.INDEFINITE);
        // Only what can be seen grows older.
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                tick.stop();
            } else {
                tell();
                tick.play();
            }
        });
        model.reportProperty().subscribe(this::render);
    }

    @Override
    public void requestFocus() {
        scroll.requestFocus();
    }

    private HBox head() {
        Label title = Nodes.label(Words.of("statusview.status"), "bh-card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        at.setId("status-at");
        at.setMinWidth(0);
        Button refresh = new Button(Words.of("statusview.refresh"), Glyph.RELOAD.icon());
        refresh.setId("status-refresh");
        refresh.setTooltip(new Tooltip(Words.of("statusview.look-at-files-records-and")));
        refresh.disableProperty().bind(model.lookingProperty());
        refresh.setOnAction(event -> model.look());
        export.setId("status-export");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.getItems()
                .addAll(
                        item(
                                "status-export-html",
                                Words.of("statusview.as-one-html-file"),
                                report -> actions.save(name(report) + ".html", StatusPage.html(report))),
                        item(
                                "status-export-markdown",
                                Words.of("statusview.as-markdown"),
                                report -> actions.save(name(report) + ".md", StatusPage.write(report))),
                        item(
                                "status-copy-markdown",
                                Words.of("statusview.copy-as-markdown"),
                                report -> actions.copy(
                                        StatusPage.write(report), Words.of("statusview.the-status-is-copied-as"))));
        HBox head = Nodes.row("bh-view-header", title, at, Nodes.spring(), refresh, export);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private MenuItem item(String id, String text, Consumer<StatusReport> run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> model.reportProperty().get().ifPresent(run));
        return item;
    }

    private static String name(StatusReport report) {
        return report.path().project() + "-status";
    }

    /** What is looked at now, and the way to end it. */
    private HBox working() {
        ProgressBar bar = new ProgressBar();
        bar.setId("status-progress");
        bar.setMinWidth(80);
        bar.setPrefWidth(180);
        bar.setAccessibleText(Words.of("statusview.how-much-has-been-looked"));
        bar.progressProperty().bind(model.doneProperty());
        Label doing = Nodes.label("", "bh-muted");
        doing.setId("status-doing");
        doing.setMinWidth(0);
        doing.textProperty().bind(model.doingProperty());
        Button cancel = new Button(Words.of("statusview.cancel"), Glyph.STOP.icon());
        cancel.setId("status-cancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(event -> model.cancel());
        HBox working = Nodes.row("bh-status-working", bar, doing, Nodes.spring(), cancel);
        working.setAlignment(Pos.CENTER_LEFT);
        model.lookingProperty().subscribe(looking -> Nodes.present(working, looking));
        return working;
    }

    private Label trouble() {
        Label trouble = Nodes.wrapped("", "bh-status-trouble");
        trouble.setId("status-trouble");
        trouble.setGraphic(Glyph.WARNING.icon());
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.textProperty().bind(model.troubleProperty());
        model.troubleProperty().subscribe(sentence -> Nodes.present(trouble, !sentence.isEmpty()));
        return trouble;
    }

    private void render(Optional<StatusReport> report) {
        export.setDisable(report.isEmpty());
        double where = scroll.getVvalue();
        cards = new SheetCards(actions);
        report.ifPresentOrElse(
                found -> column.getChildren().setAll(cards.of(SheetWriter.write(found))),
                () -> column.getChildren()
                        .setAll(Nodes.wrapped(Words.of("statusview.nothing-has-been-looked-at"), "bh-empty-words")));
        tell();
        scroll.setVvalue(where);
    }

    private void tell() {
        Age age = new Age(clock.instant(), zone);
        at.setText(model.reportProperty()
                .get()
                .map(report ->
                        Words.of("statusview.looked-at", age.of(report.path().at())))
                .orElse(""));
        cards.tell(age);
    }
}
