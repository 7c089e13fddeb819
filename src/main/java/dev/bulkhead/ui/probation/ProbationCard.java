package dev.bulkhead.ui.probation;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.migrate.watch.BreakMeter;
import dev.bulkhead.migrate.watch.GuardObservation;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Card of a change that is done and waits: how long still, what was seen when, and the three answers. */
public final class ProbationCard extends VBox {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final ProbationViewModel model;
    private final InstantSource clock;
    private final ZoneId zone;
    private final BooleanSupplier practice;
    private final TimeRing ring = new TimeRing();
    private final Label title = Nodes.label("", "bh-probation-title");
    private final Label words = Nodes.wrapped("", "bh-muted");
    private final Label without = Nodes.wrapped("", "bh-probation-without");
    private final HBox numbers = Nodes.row("bh-probation-numbers");
    private final Button keep = new Button(Words.of("probationcard.keep"), Glyph.DONE.icon());
    private final Button undo = new Button(Words.of("probationcard.undo-now"), Glyph.ROLL_BACK.icon());
    private final Button more = new Button(Words.of("probationcard.10-more-minutes"), Glyph.ADD.icon());
    private final StripNode strip = new StripNode();
    private final Timeline tick;

    /**
     * Shows what waits.
     *
     * @param practice whether no real container is touched
     * @param undo asks whether a run is taken back
     */
    public ProbationCard(
            ProbationViewModel model,
            InstantSource clock,
            ZoneId zone,
            BooleanSupplier practice,
            Consumer<OnProbation> undo) {
        this.model = model;
        this.practice = practice;
        this.clock = clock;
        this.zone = zone;
        setId("probation");
        getStyleClass().add("bh-probation");
        title.setId("probation-title");
        without.setId("probation-without");
        without.setGraphic(Glyph.ROLL_BACK.icon());
        keep.setId("probation-keep");
        keep.getStyleClass().add("accent");
        keep.setOnAction(event -> model.keep());
        this.undo.setId("probation-undo");
        this.undo.getStyleClass().addAll("danger", "button-outlined");
        this.undo.setOnAction(event -> model.runProperty().get().ifPresent(undo));
        more.setId("probation-more");
        more.setOnAction(event -> model.extend());
        VBox text = new VBox(title, words, without);
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        numbers.setFillHeight(false);
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox answers = Nodes.column("bh-probation-answers", keep, this.undo, more);
        answers.setMinWidth(USE_PREF_SIZE);
        for (Button button : new Button[] {keep, this.undo, more}) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox row = Nodes.row("bh-probation-row", ring, text, numbers, answers);
        row.setAlignment(Pos.CENTER_LEFT);
        // Its least height is that at the width it has, and not at the least width its words can take.
        row.setMinHeight(USE_PREF_SIZE);
        setVisible(false);
        Nodes.whenFirstShown(this, () -> getChildren().addAll(row, strip));
        tick = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> {
            model.refresh();
            render();
        }));
        tick.setCycleCount(Animation.INDEFINITE);
        model.runProperty().subscribe(run -> render());
        model.goingBackProperty().subscribe(back -> render());
    }

    private void render() {
        Optional<OnProbation> run = model.runProperty().get();
        Nodes.present(this, run.isPresent());
        if (run.isEmpty()) {
            tick.stop();
            return;
        }
        tick.play();
        Instant now = clock.instant();
        boolean back = model.goingBackProperty().get();
        show(run.get(), now, back);
        for (Button button : new Button[] {keep, undo, more}) {
            button.setDisable(back);
        }
    }

    private void show(OnProbation run, Instant now, boolean back) {
        Optional<Duration> left = run.left(now);
        Optional<Duration> whole =
                run.probation().confirmWithin().or(() -> run.probation().watch());
        ring.show(left, whole);
        boolean awaits = run.state() == RunState.AWAITING_CONFIRMATION;
        boolean broken = run.sight().filter(sight -> !sight.failing().isEmpty()).isPresent();
        pseudoClassStateChanged(BROKEN, broken || back);
        String done =
                practice.getAsBoolean() ? Words.of("probationcard.done-in-practice") : Words.of("probationcard.done");
        title.setText(
                back
                        ? Words.of("probationcard.being-taken-back")
                        : awaits
                                ? Words.of("probationcard.keep-it", done)
                                : Words.of("probationcard.and-being-watched", done));
        words.setText(words(run, broken));
        without.setText(without(run, now, left));
        Nodes.present(without, !without.getText().isEmpty() && !back);
        Nodes.present(more, awaits);
        numbers.getChildren().clear();
        run.sight().filter(sight -> sight.tally().asked() > 0).ifPresent(this::count);
        Nodes.present(numbers, !numbers.getChildren().isEmpty());
        strip.show(ProbeStrip.of(run, zone));
    }

    private static String words(OnProbation run, boolean broken) {
        if (broken) {
            return run.sight()
                    .map(sight -> Words.of("probationcard.failing-now", String.join(", ", sight.failing())))
                    .orElse("");
        }
        return Words.of("probationcard.everything-stands-as-planned-use");
    }

    private String without(OnProbation run, Instant now, Optional<Duration> left) {
        if (!run.guarded()) {
            return Words.of("probationcard.its-guard-is-gone-nobody");
        }
        if (run.state() != RunState.AWAITING_CONFIRMATION) {
            return "";
        }
        return left.map(time -> Words.of(
                        "probationcard.without-your-word-rolled-back",
                        CLOCK.format(now.plus(time).atZone(zone))))
                .orElse("");
    }

    private void count(GuardObservation sight) {
        BreakMeter.Tally tally = sight.tally();
        numbers.getChildren()
                .addAll(
                        number(
                                tally.flowsHold() + "/" + tally.flows(),
                                Words.of("probationcard.must-flows-hold"),
                                tally.flowsHold() == tally.flows()),
                        number(
                                tally.servicesReady() + "/" + tally.services(),
                                Words.of("probationcard.services-ready"),
                                tally.servicesReady() == tally.services()),
                        number(
                                Integer.toString(sight.failing().size()),
                                Words.of("probationcard.failing-now-2"),
                                sight.failing().isEmpty()));
    }

    private static VBox number(String value, String words, boolean fine) {
        Label label = Nodes.label(value, "bh-number-value");
        label.setGraphic((fine ? Glyph.DONE_CIRCLE : Glyph.WARNING).icon());
        label.getGraphic().getStyleClass().add(fine ? "bh-success" : "bh-warning");
        label.setMinWidth(USE_PREF_SIZE);
        return Nodes.column("bh-number", label, Nodes.label(words, "bh-muted"));
    }
}
