package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.iteration.secrets.RotateSecrets;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.status.ProjectStatus.Standing;
import dev.bulkhead.ui.markdown.MarkdownView;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Page of one step of the path: what it does and why, today's figures, its report, the way on and the way back. */
public final class StepPage extends BorderPane {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ROOT);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String FREE = Words.of("steppage.looking-is-free-nothing-is");

    private final StepViewModel model;
    private final Actions actions;
    private final ZoneId zone;

    /** Actions that the page asks of the window. */
    public interface Actions {

        /** Opens the pages that carry an iteration out. */
        void start(String iteration);

        /** Returns whether the engine is the practice engine, so that no real container is touched. */
        boolean practice();

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
        model.ports().portsProperty().addListener((property, old, now) -> render());
    }

    private void render() {
        model.shownProperty().get().ifPresent(step -> {
            Optional<PortsViewModel.Ports> ports = model.ports()
                    .portsProperty()
                    .get()
                    .filter(known -> known.trouble().isEmpty());
            Optional<VBox> report = model.doneProperty().get().map(StepPage::report);
            VBox what = what(step.playbook());
            VBox column = Nodes.column("bh-page-column");
            ScrollPane scroll = new ScrollPane(column);
            if (ports.isPresent()) {
                ExposureCard exposure = new ExposureCard(ports.get());
                column.getChildren().add(report.isPresent() ? exposure : beside(what, exposure));
                column.getChildren().add(new PortTable(ports.get()));
                report.ifPresent(card -> column.getChildren().addAll(card, what));
            } else {
                report.ifPresent(column.getChildren()::add);
                column.getChildren().addAll(what, today(model.factsProperty().get()));
            }
            scroll.setFitToWidth(true);
            scroll.getStyleClass().add("bh-page-scroll");
            VBox.setVgrow(scroll, Priority.ALWAYS);
            HBox head = head(step);
            report.filter(card -> ports.isPresent())
                    .ifPresent(card -> head.getChildren().add(link("step-to-report", "report", () -> {
                        double hidden =
                                column.getHeight() - scroll.getViewportBounds().getHeight();
                        scroll.setVvalue(
                                hidden <= 0
                                        ? 0
                                        : Math.min(1, card.getBoundsInParent().getMinY() / hidden));
                    })));
            setCenter(Nodes.column("bh-page", head, scroll, foot(step)));
        });
    }

    private static Hyperlink link(String id, String text, Runnable run) {
        Hyperlink link = new Hyperlink(text);
        link.setId(id);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(event -> run.run());
        return link;
    }

    private static Node beside(Region left, Region right) {
        GridPane row = new GridPane(12, 0);
        for (Region card : List.of(left, right)) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            row.addColumn(row.getColumnConstraints().size(), card);
            row.getColumnConstraints().add(half);
            card.setMinWidth(0);
        }
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    private HBox head(IterationStatus step) {
        Label title = Nodes.label(step.playbook().title(), "bh-page-title");
        title.setId("step-title");
        Label standing = Nodes.label(standing(step), "bh-muted");
        standing.setId("step-standing");
        HBox head = Nodes.row("bh-page-head", title, standing, Nodes.spring());
        if (actions.practice()) {
            Label practice = Nodes.label(Words.of("steppage.practice-no-real-container-is"), "bh-badge", "bh-practice");
            practice.setMinWidth(0);
            head.getChildren().add(practice);
        }
        model.ports().portsProperty().get().ifPresent(ports -> {
            Label at = Nodes.label(
                    ports.trouble().isEmpty()
                            ? Words.of(
                                    "steppage.as-of-read-from-files",
                                    CLOCK.format(ports.at().atZone(zone)))
                            : ports.trouble(),
                    "bh-muted");
            head.getChildren()
                    .addAll(at, link("step-look-again", Words.of("steppage.look-again"), model.ports()::look));
        });
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private String standing(IterationStatus step) {
        return step.completed()
                .map(at -> step.practice()
                        ? Words.of("steppage.practised", WHEN.format(at.atZone(zone)))
                        : Words.of("steppage.done", WHEN.format(at.atZone(zone))))
                .orElseGet(() -> PathWords.standing(step));
    }

    private static VBox what(Playbook playbook) {
        VBox card = Nodes.column(
                "bh-card",
                Nodes.heading(Words.of("steppage.what-and-why")),
                Nodes.wrapped(playbook.objective(), "bh-lead"));
        playbook.changes().forEach(line -> card.getChildren().add(bullet(line)));
        if (!playbook.before().isEmpty()) {
            card.getChildren().add(Nodes.heading(Words.of("steppage.before-you-start")));
            playbook.before().forEach(line -> card.getChildren().add(bullet(line)));
        }
        Label risk = Nodes.label(
                Words.of("steppage.risk", playbook.risk().word()),
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
        VBox card = Nodes.column("bh-card", Nodes.heading(Words.of("steppage.today")), numbers);
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

    private static VBox report(StepViewModel.Done done) {
        VBox card = Nodes.column("bh-card", Nodes.heading(Words.of("steppage.report")));
        card.setId("step-report");
        card.getChildren()
                .add(
                        done.report().isEmpty()
                                ? Nodes.wrapped(Words.of("steppage.the-report-of-its-run"), "bh-muted")
                                : new MarkdownView(done.report()));
        return card;
    }

    private HBox foot(IterationStatus step) {
        Button close = new Button(Words.of("steppage.back-to-the-map"));
        close.setId("step-close");
        close.setOnAction(event -> model.close());
        Label words = Nodes.label("", "bh-muted");
        words.setId("step-words");
        model.ports()
                .portsProperty()
                .get()
                .ifPresent(ports -> ports.all()
                        .forEach(row ->
                                row.answerProperty().addListener((property, old, now) -> words.setText(words(ports)))));
        words.setText(model.ports().portsProperty().get().map(StepPage::words).orElse(FREE));
        HBox foot = Nodes.row("bh-page-foot", close, words, Nodes.spring());
        model.doneProperty().get().ifPresent(done -> {
            Button back = new Button(Words.of("steppage.roll-back"), Glyph.ROLL_BACK.icon());
            back.setId("step-roll-back");
            back.getStyleClass().addAll("danger", "button-outlined");
            back.setOnAction(event -> actions.rollBack(done.run()));
            foot.getChildren().add(back);
        });
        if (step.standing() == Standing.COMPLETE && step.playbook().name().equals("secrets")) {
            Button rotate = new Button(Words.of("steppage.rotate-secrets"), Glyph.RELOAD.icon());
            rotate.setId("step-rotate");
            rotate.setOnAction(event -> actions.start(RotateSecrets.ID));
            foot.getChildren().add(rotate);
        }
        if (step.playbook().available() && step.standing() != Standing.COMPLETE) {
            Button start = new Button(Words.of("steppage.preflight"), Glyph.NEXT.icon());
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

    /** What is still open, beside that looking costs nothing. */
    private static String words(PortsViewModel.Ports ports) {
        long silent = ports.silent();
        String away = ports.away()
                .filter(time -> !time.isZero() && !ports.closing().isEmpty())
                .map(time -> " " + Words.of("steppage.about-s-of-outage-in", time.toSeconds()))
                .orElse("");
        return FREE + away + (silent == 0 ? "" : " " + Words.count("route-gives-no-answer", silent));
    }

    private static Node bullet(String text) {
        HBox row = Nodes.row("bh-bullet", Nodes.label("•", "bh-muted"), Nodes.wrapped(text));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
