package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.question.FreshSecretsCard;
import dev.bulkhead.ui.wizard.question.GivenSecretsCard;
import dev.bulkhead.ui.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** View of the six pages of an iteration, with their list at the left and the way on below. */
public final class WizardView extends BorderPane {

    private final WizardViewModel model;
    private final WizardActions actions;
    private final StackPane body = new StackPane();
    private final Label title = Nodes.label("", "bh-page-title");
    private final Label subtitle = Nodes.label("", "bh-muted");
    private final VBox secrets = new VBox(10);
    private final Map<WizardPage, Node> pages = new EnumMap<>(WizardPage.class);
    private final Button next = new Button();

    /** Shows an iteration. */
    public WizardView(WizardViewModel model, WizardActions actions) {
        this.model = model;
        this.actions = actions;
        setId("wizard");
        getStyleClass().add("bh-wizard");
        setLeft(new WizardSteps(model));
        Label practice = Nodes.label(Words.of("wizardview.practice-no-real-container-is"), "bh-badge", "bh-practice");
        practice.setId("wizard-practice");
        practice.setMinWidth(0);
        Nodes.present(practice, actions.practice());
        HBox head = Nodes.row("bh-page-head", title, subtitle, Nodes.spring(), practice);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        Label trouble = Nodes.wrapped("", "bh-page-trouble");
        trouble.setId("wizard-trouble");
        trouble.setGraphic(Glyph.ERROR.icon());
        trouble.textProperty().bind(model.troubleProperty());
        Nodes.present(trouble, !model.troubleProperty().get().isEmpty());
        model.troubleProperty().addListener((property, old, now) -> Nodes.present(trouble, !now.isEmpty()));
        ProgressBar working = new ProgressBar();
        working.getStyleClass().addAll("small", "bh-working");
        working.setMaxWidth(Double.MAX_VALUE);
        working.visibleProperty()
                .bind(model.busyProperty().and(model.pageProperty().isNotEqualTo(WizardPage.APPLY)));
        VBox page = Nodes.column("bh-page", head, working, trouble, secrets, body, foot());
        // Where the window is low the page gives way, and not the bars around it.
        page.setMinHeight(0);
        body.setMinHeight(0);
        setMinHeight(0);
        setCenter(page);
        model.pageProperty().addListener((property, old, now) -> render());
        model.secrets().asksProperty().addListener((property, old, now) -> secrets());
        model.secrets().thenProperty().addListener((property, old, now) -> secrets());
        model.secrets().fresh().addListener((ListChangeListener<WizardSecrets.Fresh>) change -> secrets());
        model.run().stateProperty().addListener((property, old, now) -> labelNext());
        model.run().outcomeProperty().addListener((property, old, now) -> labelNext());
        render();
    }

    /** Returns whether these are the pages of a walk. */
    public boolean shows(WizardViewModel walk) {
        return model.equals(walk);
    }

    private HBox foot() {
        Button close = new Button(Words.of("wizardview.back-to-the-map"));
        close.setId("wizard-close");
        close.setOnAction(event -> actions.close());
        Button back = new Button(Words.of("wizardview.back"), Glyph.BACK.icon());
        back.setId("wizard-back");
        back.setOnAction(event -> previous());
        back.disableProperty()
                .bind(model.pageProperty().isEqualTo(WizardPage.PREFLIGHT).or(model.busyProperty()));
        next.setId("wizard-next");
        next.getStyleClass().add("accent");
        next.setDefaultButton(true);
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(event -> advance());
        next.disableProperty().bind(model.canGoOn().not());
        HBox foot = Nodes.row("bh-page-foot", close, Nodes.spring(), back, next);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void previous() {
        WizardPage[] all = WizardPage.values();
        for (int i = 1; i < all.length; i++) {
            if (all[i] == model.pageProperty().get()) {
                model.show(all[i - 1]);
                return;
            }
        }
    }

    private void advance() {
        // The button is disabled while something is found out; the focus would go to the toolbar, and Enter with it.
        requestFocus();
        switch (model.pageProperty().get()) {
            case REVIEW -> {
                model.next();
                model.apply();
            }
            case REPORT -> actions.close();
            case PREFLIGHT, QUESTIONS, APPLY, VERIFY, WAY_BACK -> model.next();
        }
    }

    private void render() {
        WizardPage page = model.pageProperty().get();
        title.setText(page.title());
        subtitle.setText(page.subtitle());
        body.getChildren().setAll(pages.computeIfAbsent(page, this::make));
        labelNext();
        secrets();
        requestFocus();
    }

    /** Asked for where the run can begin or go on; shown on every page after it, until they are taken. */
    private void secrets() {
        secrets.getChildren().clear();
        WizardSecrets held = model.secrets();
        Optional<Runnable> goOn = held.thenProperty().get();
        if (held.asksProperty().get()
                && (goOn.isPresent() || model.pageProperty().get() == WizardPage.REVIEW)) {
            secrets.getChildren().add(new GivenSecretsCard(held.wanted(), held::type, held.complete(), goOn));
        }
        if (!held.fresh().isEmpty()) {
            Map<String, String> values = new TreeMap<>();
            held.fresh().forEach(one -> values.put(one.file(), one.value()));
            secrets.getChildren()
                    .add(new FreshSecretsCard(
                            values,
                            value -> actions.copy(value, Words.of("wizardview.the-new-value-is-on")),
                            held::forget));
        }
        Nodes.present(secrets, !secrets.getChildren().isEmpty());
    }

    private void labelNext() {
        boolean done = model.run().stateProperty().get() == RunState.SUCCEEDED;
        next.setText(
                switch (model.pageProperty().get()) {
                    case PREFLIGHT -> Words.of("wizardview.questions");
                    case QUESTIONS -> Words.of("wizardview.review");
                    case REVIEW ->
                        model.run().begun() ? Words.of("wizardview.what-was-done") : Words.of("wizardview.apply-now");
                    case APPLY -> done ? Words.of("wizardview.what-was-verified") : Words.of("wizardview.verification");
                    case VERIFY, WAY_BACK -> Words.of("wizardview.report");
                    case REPORT -> Words.of("wizardview.done");
                });
        boolean applies =
                model.pageProperty().get() == WizardPage.REVIEW && !model.run().begun();
        next.setGraphic(applies ? Glyph.PLAY.icon() : Glyph.NEXT.icon());
        next.setContentDisplay(ContentDisplay.RIGHT);
    }

    private Node make(WizardPage page) {
        return switch (page) {
            case PREFLIGHT -> new PreflightPage(model, actions);
            case QUESTIONS -> new QuestionsPage(model);
            case REVIEW -> new ReviewPage(model);
            case APPLY -> new ApplyPage(model, actions);
            case VERIFY -> new VerifyPage(model.run());
            case REPORT -> new ReportPage(model, actions);
            case WAY_BACK -> new WayBackPage(model);
        };
    }
}
