package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.status.ProjectStatus.Standing;
import dev.bulkhead.ui.markdown.MarkdownView;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Page of one step of the path: what it does and why, today's figures, its report, the way on and the way back. */
public final class StepPage extends BorderPane {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ROOT);

    private final StepViewModel model;
    private final Actions actions;
    private final ZoneId zone;

    /** Actions that the page asks of the window. */
    public interface Actions {

        /** Opens the pages that carry an iteration out. */
        void start(String iteration);

        /** Asks whether a run is rolled back. */
        void rollBack(String run);
    }

    /** Shows the step that is open. */
    public StepPage(StepViewModel model, Actions actions, ZoneId zone) {
        this.model = model;
        this.actions = actions;
        this.zone = zone;
        setId("step-page");
        getStyleClass().addAll("bh-wizard", "bh-step-page");
        model.shownProperty().subscribe(step -> render());
        model.factsProperty().addListener((property, old, now) -> render());
        model.doneProperty().addListener((property, old, now) -> render());
    }

    private void render() {
        model.shownProperty().get().ifPresent(step -> {
            VBox column = Nodes.column(
                    "bh-page-column",
                    what(step.playbook()),
                    today(model.factsProperty().get()));
            model.doneProperty().get().ifPresent(done -> column.getChildren().addFirst(report(done)));
            ScrollPane scroll = new ScrollPane(column);
            scroll.setFitToWidth(true);
            scroll.getStyleClass().add("bh-page-scroll");
            VBox.setVgrow(scroll, Priority.ALWAYS);
            setCenter(Nodes.column("bh-page", head(step), scroll, foot(step)));
        });
    }

    private HBox head(IterationStatus step) {
        Label title = Nodes.label(step.playbook().title(), "bh-page-title");
        title.setId("step-title");
        Label standing = Nodes.label(standing(step), "bh-muted");
        standing.setId("step-standing");
        HBox head = Nodes.row("bh-page-head", title, standing, Nodes.spring());
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private String standing(IterationStatus step) {
        return step.completed()
                .map(at -> "done " + WHEN.format(at.atZone(zone)))
                .orElseGet(() -> PathWords.standing(step));
    }

    private static Node what(Playbook playbook) {
        VBox card =
                Nodes.column("bh-card", Nodes.heading("What and why"), Nodes.wrapped(playbook.objective(), "bh-lead"));
        playbook.changes().forEach(line -> card.getChildren().add(bullet(line)));
        if (!playbook.before().isEmpty()) {
            card.getChildren().add(Nodes.heading("Before you start"));
            playbook.before().forEach(line -> card.getChildren().add(bullet(line)));
        }
        Label risk = Nodes.label(
                "risk " + playbook.risk().word(),
                "bh-badge",
                "bh-risk-" + playbook.risk().word());
        card.getChildren().add(risk);
        return card;
    }

    private static Node today(StepFacts facts) {
        FlowPane numbers = new FlowPane();
        numbers.getStyleClass().add("bh-numbers");
        facts.figures()
                .forEach(figure -> numbers.getChildren()
                        .add(Nodes.column(
                                "bh-number",
                                Nodes.label(figure.value(), "bh-number-value"),
                                Nodes.label(figure.words(), "bh-muted"))));
        VBox card = Nodes.column("bh-card", Nodes.heading("Today"), numbers);
        card.setId("step-today");
        if (!facts.rows().isEmpty()) {
            VBox rows = Nodes.column("bh-row-list");
            facts.rows().forEach(row -> {
                Label name = Nodes.label(row.name(), "bh-mono", "bh-step-row-name");
                name.setMinWidth(USE_PREF_SIZE);
                HBox line = Nodes.row("bh-list-row", name, Nodes.wrapped(row.words(), "bh-muted"));
                line.setAlignment(Pos.CENTER_LEFT);
                rows.getChildren().add(line);
            });
            card.getChildren().addAll(Nodes.heading(facts.heading()), rows);
        }
        return card;
    }

    private static Node report(StepViewModel.Done done) {
        VBox card = Nodes.column("bh-card", Nodes.heading("Report"));
        card.setId("step-report");
        card.getChildren()
                .add(
                        done.report().isEmpty()
                                ? Nodes.wrapped("The report of its run is not there any more.", "bh-muted")
                                : new MarkdownView(done.report()));
        return card;
    }

    private HBox foot(IterationStatus step) {
        Button close = new Button("Back to the map");
        close.setId("step-close");
        close.setOnAction(event -> model.close());
        HBox foot = Nodes.row(
                "bh-page-foot", close, Nodes.label("Looking is free: nothing is touched.", "bh-muted"), Nodes.spring());
        model.doneProperty().get().ifPresent(done -> {
            Button back = new Button("Roll back…", Glyph.ROLL_BACK.icon());
            back.setId("step-roll-back");
            back.getStyleClass().addAll("danger", "button-outlined");
            back.setOnAction(event -> actions.rollBack(done.run()));
            foot.getChildren().add(back);
        });
        if (step.playbook().available() && step.standing() != Standing.COMPLETE) {
            Button start = new Button("Preflight", Glyph.NEXT.icon());
            start.setId("step-start");
            start.setContentDisplay(ContentDisplay.RIGHT);
            start.getStyleClass().add("accent");
            start.setOnAction(event -> actions.start(step.playbook().id()));
            foot.getChildren().add(start);
        }
        for (Node node : List.copyOf(foot.getChildren())) {
            if (node instanceof Button button) {
                button.setMinWidth(USE_PREF_SIZE);
            }
        }
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Node bullet(String text) {
        HBox row = Nodes.row("bh-bullet", Nodes.label("•", "bh-muted"), Nodes.wrapped(text));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
