package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.topology.SecretValues;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.probation.ProbationChoice;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.run.PhaseNode;
import dev.bulkhead.ui.wizard.run.PhaseRow;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Page of what would happen: operations with their causes, text, reachability, flows that are probed, the way back. */
final class ReviewPage extends BorderPane {

    private final WizardViewModel model;

    ReviewPage(WizardViewModel model) {
        this.model = model;
        getStyleClass().add("bh-review");
        model.reviewProperty().addListener((property, old, now) -> render(now));
        render(model.reviewProperty().get());
    }

    private void render(Optional<Review> review) {
        if (review.isEmpty()) {
            setCenter(null);
            return;
        }
        Review shown = review.get();
        if (model.nothingToDo(shown)) {
            VBox nothing = Nodes.column(
                    "bh-card",
                    Nodes.wrapped(Words.of("reviewpage.nothing-to-do"), "bh-card-title"),
                    Nodes.wrapped(Words.of("reviewpage.the-engine-is-what-the"), "bh-muted"));
            nothing.setId("review-nothing");
            setTop(nothing);
            setCenter(null);
            return;
        }
        setTop(head(shown));
        DiffView diff = new DiffView(Words.of("reviewpage.no-file-changes"));
        SecretValues secrets = shown.secrets();
        diff.show(shown.patch().changes().stream()
                .map(change -> change.shownBy(secrets::mask))
                .toList());
        TabPane tabs = new TabPane(
                tab(
                        Words.of("reviewpage.operations", shown.plan().steps().size()),
                        scroll(steps(shown, model.run().phases()))),
                tab(Words.of("reviewpage.files", shown.patch().changes().size()), diff),
                tab(
                        Words.of("reviewpage.reach", shown.effect().reach().pairs()),
                        scroll(new PlanEffectView(shown.effect()))),
                tab(Words.of("reviewpage.must-flows", shown.flows().size()), scroll(flows(shown))));
        if (!shown.goal().handouts().isEmpty()) {
            tabs.getTabs()
                    .add(tab(
                            Words.of(
                                    "reviewpage.to-take-along",
                                    shown.goal().handouts().size()),
                            handouts(shown)));
        }
        List<PhaseRow> phases = model.run().phases();
        if (!phases.isEmpty()) {
            tabs.getTabs().addFirst(tab(Words.of("reviewpage.phases", phases.size()), scroll(new PhasePlan(phases))));
            tabs.getSelectionModel().selectFirst();
        }
        tabs.setId("review-tabs");
        tabs.getStyleClass().add("bh-card-tabs");
        setCenter(tabs);
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("bh-page-scroll");
        return pane;
    }

    /** Lines to copy, so they stand in a text that can be marked. */
    private static Node handouts(Review review) {
        TextArea text = new TextArea(
                review.goal().handouts().stream().map(Handout::text).collect(Collectors.joining("\n")));
        text.setEditable(false);
        text.setId("review-handouts");
        text.getStyleClass().add("bh-mono");
        return text;
    }

    private Node head(Review review) {
        VBox head = numbers(review);
        if (!review.effect().outages().isEmpty()) {
            head.getChildren().add(new OutageList(review.effect().outages(), model.accepted()));
        }
        VBox choices = new VBox(8, probation(), sideBySide());
        model.run()
                .stateProperty()
                .subscribe(state -> choices.setDisable(model.run().begun()));
        head.getChildren().add(choices);
        return head;
    }

    private Node probation() {
        ProbationChoice choice = model.choices().probation();
        CheckBox box = new CheckBox(Words.of("reviewpage.undo-by-itself-unless-i"));
        box.setId("review-probation");
        box.selectedProperty().bindBidirectional(choice.chosenProperty());
        VBox words = new VBox(
                box,
                Nodes.wrapped(
                        choice.reasonProperty().get().orElse(Words.of("reviewpage.a-guard-watches-flows-and")),
                        "bh-muted",
                        "bh-choice-consequence"));
        words.getStyleClass().add("bh-probation-choice");
        return words;
    }

    private Node sideBySide() {
        CheckBox box = new CheckBox(Words.of("reviewpage.up-to-services-at-once", RunChoices.SIDE_BY_SIDE));
        box.setId("review-side-by-side");
        box.selectedProperty().bindBidirectional(model.choices().sideBySideProperty());
        VBox words = new VBox(
                box, Nodes.wrapped(Words.of("reviewpage.of-those-that-do-not"), "bh-muted", "bh-choice-consequence"));
        words.getStyleClass().add("bh-probation-choice");
        words.visibleProperty().bind(model.choices().canShareProperty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private static VBox numbers(Review review) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("bh-numbers");
        long restarted = review.plan().steps().stream()
                .filter(step -> !step.interruption().isZero())
                .flatMap(step -> step.operation().services().stream())
                .distinct()
                .count();
        long seconds = review.plan().interruption().toSeconds();
        row.getChildren()
                .addAll(
                        number(
                                Integer.toString(review.plan().steps().size()),
                                review.plan().steps().size() == 1
                                        ? Words.of("reviewpage.operation")
                                        : Words.of("reviewpage.operations-2")),
                        number(
                                Integer.toString(review.patch().changes().size()),
                                review.patch().changes().size() == 1
                                        ? Words.of("reviewpage.file-changes")
                                        : Words.of("reviewpage.files-change")),
                        number(
                                Long.toString(restarted),
                                restarted == 1
                                        ? Words.of("reviewpage.service-restarts")
                                        : Words.of("reviewpage.services-restart")),
                        number(
                                seconds == 0 ? Words.of("reviewpage.none") : Words.of("reviewpage.about-s", seconds),
                                Words.of("reviewpage.interruption-one-after-the-other")),
                        number(
                                Integer.toString(review.flows().size()),
                                review.flows().size() == 1
                                        ? Words.of("reviewpage.flow-must-keep-working")
                                        : Words.of("reviewpage.flows-must-keep-working")));
        VBox box = new VBox(row);
        for (String note : review.notes()) {
            Label label = Nodes.wrapped(note, "bh-note");
            label.setGraphic(Glyph.INFO.icon());
            box.getChildren().add(label);
        }
        return box;
    }

    private static VBox number(String value, String words) {
        return Nodes.column("bh-number", Nodes.label(value, "bh-number-value"), Nodes.label(words, "bh-muted"));
    }

    private static Node steps(Review review, List<PhaseRow> phases) {
        VBox list = Nodes.column("bh-row-list");
        if (review.plan().isEmpty()) {
            list.getChildren().add(Nodes.wrapped(Words.of("reviewpage.nothing-to-do-the-project"), "bh-lead"));
        }
        for (PlanStep step : review.plan().steps()) {
            phases.stream()
                    .filter(phase -> phase.begins(step))
                    .forEach(phase -> list.getChildren().add(PhaseNode.heading(phase)));
            VBox words = new VBox(
                    Nodes.wrapped(
                            step.operation().subject() + ": " + step.operation().action(), "bh-check-title"),
                    Nodes.wrapped(step.cause(), "bh-muted"),
                    Nodes.wrapped(Words.of("reviewpage.undo", step.undo()), "bh-muted"));
            HBox.setHgrow(words, Priority.ALWAYS);
            long seconds = step.interruption().toSeconds();
            Label time = Nodes.label(
                    seconds == 0 ? Words.of("reviewpage.no-interruption") : Words.of("reviewpage.about-s", seconds),
                    "bh-mono",
                    "bh-muted");
            time.setMinWidth(Region.USE_PREF_SIZE);
            Label risk = Nodes.label(
                    Words.of("reviewpage.risk", step.risk().word()),
                    "bh-badge",
                    "bh-risk-" + step.risk().word());
            risk.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = Nodes.row(
                    "bh-list-row", Nodes.label(Integer.toString(step.number()), "bh-row-number"), words, risk, time);
            row.setAlignment(Pos.TOP_LEFT);
            list.getChildren().add(row);
        }
        return list;
    }

    private static Node flows(Review review) {
        VBox list = Nodes.column("bh-row-list");
        review.flows().forEach(flow -> {
            HBox row =
                    Nodes.row("bh-list-row", Nodes.label(flow.rule(), "bh-mono"), Nodes.label(flow.why(), "bh-muted"));
            row.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(row);
        });
        return list;
    }
}
