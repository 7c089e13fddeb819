package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.run.ChipNode;
import dev.bulkhead.ui.wizard.run.PhaseList;
import dev.bulkhead.ui.wizard.run.PhaseNode;
import dev.bulkhead.ui.wizard.run.RunViewModel;
import dev.bulkhead.ui.wizard.run.ServiceChip;
import dev.bulkhead.ui.wizard.run.StepNode;
import dev.bulkhead.ui.wizard.run.StepReachView;
import dev.bulkhead.ui.wizard.run.StepRow;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Page of the run under way: operations, the services it touches, who reaches whom meanwhile, the log, pause and the way back. */
final class ApplyPage extends VBox {

    private static final double LEAST_LIST = 96;
    private static final double ONE_ROW = 56;
    private static final double TWO_ROWS = 118;
    private static final double THREE_ROWS = 176;
    private static final double LOG = 170;
    private static final double MOST_LOG = 230;
    private static final double LOG_SHARE = 0.33;
    private static final double LEAST_LOG = 64;
    private static final double ROOM_FOR_MORE = 640;
    private static final double ROOM_FOR_ALL = 480;
    private static final double ROOM_FOR_LOG = 330;
    private static final double ROOM_FOR_CHIPS = 250;

    private final WizardViewModel model;
    private final RunViewModel run;
    private final WizardActions actions;
    private final Label summary = Nodes.label("", "bh-muted");
    private final Button pause = new Button(Words.of("applypage.pause"), Glyph.PAUSE.icon());
    private final Button rollBack = new Button(Words.of("applypage.roll-back"), Glyph.ROLL_BACK.icon());
    private final FlowPane chips = new FlowPane();
    private final ScrollPane seen = new ScrollPane(chips);
    /** One node for each, however often the list changes: a node listens to what it shows. */
    private final Map<ServiceChip, ChipNode> chipNodes = new HashMap<>();

    private final Map<StepRow, StepNode> stepNodes = new HashMap<>();
    private final VBox steps = Nodes.column("bh-row-list");
    private final ScrollPane list = new ScrollPane(steps);
    private final PhaseList phases;
    private boolean roomForChips = true;
    private final Timeline tick = new Timeline(new KeyFrame(javafx.util.Duration.millis(500), event -> tell()));

    ApplyPage(WizardViewModel model, WizardActions actions) {
        this.model = model;
        this.run = model.run();
        this.actions = actions;
        this.phases = new PhaseList(run);
        getStyleClass().add("bh-apply");
        pause.setId("run-pause");
        rollBack.setId("run-roll-back");
        rollBack.getStyleClass().addAll("danger", "button-outlined");
        pause.setOnAction(event -> {
            model.control().togglePause();
            tell();
        });
        rollBack.setOnAction(event -> actions.askRollBack(model));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(run.fractionProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("bh-run-bar");
        HBox head = Nodes.row("bh-apply-head", summary, Nodes.spring(), pause, rollBack);
        head.setAlignment(Pos.CENTER_LEFT);
        chips.getStyleClass().add("bh-service-chips");
        seen.setFitToWidth(true);
        seen.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        seen.getStyleClass().addAll("bh-page-scroll", "bh-chips-scroll");
        list.setFitToWidth(true);
        list.getStyleClass().addAll("bh-page-scroll", "bh-steps-scroll");
        HBox walk = new HBox(12, phases, list);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        walk.setMinHeight(LEAST_LIST);
        walk.setPrefHeight(LEAST_LIST);
        VBox.setVgrow(walk, Priority.ALWAYS);
        VBox log = log();
        HBox below = new HBox(12);
        half(log);
        // the rest of a run that was left in the middle was not reviewed here: its log has all the room
        model.reviewProperty()
                .subscribe(review -> below.getChildren()
                        .setAll(Stream.concat(
                                        review.stream().map(made -> half(new StepReachView(run, made.effect()))),
                                        Stream.of(log))
                                .toList()));
        chips.heightProperty().addListener((property, old, now) -> share(below));
        heightProperty().addListener((property, old, now) -> share(below));
        setMinHeight(0);
        getChildren().addAll(head, bar, seen, walk, below);
        run.currentProperty().subscribe(this::follow);
        run.steps().addListener((ListChangeListener<StepRow>) change -> rows());
        run.chips().addListener((ListChangeListener<ServiceChip>) change -> rows());
        run.stateProperty().addListener((property, old, now) -> tell());
        run.fractionProperty().addListener((property, old, now) -> tell());
        run.outcomeProperty().addListener((property, old, now) -> tell());
        model.busyProperty().addListener((property, old, now) -> tell());
        tick.setCycleCount(Animation.INDEFINITE);
        rows();
        tell();
    }

    private static Region half(Region card) {
        card.setPrefWidth(100);
        card.setMinWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /** In a low window the steps stay; reach, log and services give their room to them. */
    private void share(Region below) {
        boolean roomy = getHeight() >= ROOM_FOR_ALL;
        Nodes.present(below, getHeight() >= ROOM_FOR_LOG);
        below.setMinHeight(roomy ? LOG : LEAST_LOG);
        below.setPrefHeight(Math.clamp(getHeight() * LOG_SHARE, LEAST_LOG, MOST_LOG));
        roomForChips = getHeight() >= ROOM_FOR_CHIPS;
        Nodes.present(seen, roomForChips && !run.chips().isEmpty());
        double chipRows = getHeight() >= ROOM_FOR_MORE ? THREE_ROWS : TWO_ROWS;
        seen.setMinHeight(roomy ? Math.min(chipRows, chips.getHeight() + 2) : ONE_ROW);
        seen.setMaxHeight(seen.getMinHeight());
    }

    /** Keeps the step under way in sight. */
    private void follow(Optional<StepRow> current) {
        current.ifPresent(this::scrollTo);
    }

    private void scrollTo(StepRow row) {
        StepNode node = stepNodes.get(row);
        if (node != null) {
            reveal(list, steps, node);
        }
        run.chips().stream()
                .filter(chip -> row.step().operation().services().contains(chip.service()))
                .map(chipNodes::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(chip -> reveal(seen, chips, chip));
    }

    private static void reveal(ScrollPane pane, Region content, Node node) {
        double hidden = content.getHeight() - pane.getViewportBounds().getHeight();
        if (hidden > 0) {
            double middle = node.getBoundsInParent().getCenterY()
                    - pane.getViewportBounds().getHeight() / 2;
            pane.setVvalue(Math.clamp(middle / hidden, 0, 1));
        }
    }

    private VBox log() {
        ListView<String> lines = new ListView<>(run.log());
        lines.setId("run-log");
        lines.getStyleClass().addAll("bh-log", "bh-mono");
        lines.setAccessibleText(Words.of("applypage.log-of-the-run"));
        lines.setCellFactory(list -> new WrappedLine());
        lines.setPlaceholder(Nodes.label(Words.of("applypage.nothing-has-been-logged-yet"), "bh-empty-words"));
        run.log().addListener((ListChangeListener<String>) change -> {
            if (!run.log().isEmpty()) {
                lines.scrollTo(run.log().size() - 1);
            }
        });
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox box = Nodes.column("bh-card", Nodes.heading(Words.of("applypage.log")), lines);
        return box;
    }

    private void rows() {
        chips.getChildren()
                .setAll(run.chips().stream()
                        .map(chip -> chipNodes.computeIfAbsent(chip, ChipNode::new))
                        .toList());
        Nodes.present(seen, roomForChips && !run.chips().isEmpty());
        steps.getChildren().clear();
        for (StepRow step : run.steps()) {
            run.phases().stream()
                    .filter(phase -> phase.begins(step.step()))
                    .forEach(phase -> steps.getChildren().add(PhaseNode.heading(phase)));
            steps.getChildren().add(stepNodes.computeIfAbsent(step, row -> new StepNode(row, run)));
        }
        chipNodes.keySet().retainAll(run.chips());
        stepNodes.keySet().retainAll(run.steps());
    }

    private void tell() {
        RunState state = run.stateProperty().get();
        boolean busy = model.busyProperty().get();
        pause.setText(state == RunState.PAUSED ? Words.of("applypage.go-on") : Words.of("applypage.pause"));
        pause.setGraphic((state == RunState.PAUSED ? Glyph.PLAY : Glyph.PAUSE).icon());
        pause.setDisable(!busy || (state != RunState.APPLYING && state != RunState.PAUSED));
        rollBack.setDisable(state == RunState.ROLLING_BACK
                || state == RunState.ROLLED_BACK
                || run.restorePointProperty().get().isEmpty());
        String elapsed = run.startedProperty()
                .get()
                .map(start -> " · " + Words.of("applypage.elapsed", clock(Duration.between(start, actions.now()))))
                .filter(text -> busy)
                .orElse("");
        String left = busy && run.outcomeProperty().get().isEmpty() ? left(run.left(), run.away()) : "";
        String sentence =
                run.outcomeProperty().get().map(o -> " · " + o.sentence()).orElse("");
        summary.setText(
                Words.of("applypage.of-operations", run.done(), run.steps().size()) + " · " + words(state) + elapsed
                        + left + sentence);
        if (busy) {
            run.chips().forEach(chip -> chip.tell(actions.now()));
            tick.play();
        } else {
            tick.stop();
        }
    }

    private static String left(Duration time, Duration away) {
        if (time.toSeconds() <= 0) {
            return away.toSeconds() <= 0 ? "" : ", " + Words.of("applypage.services-away-for-s-of", away.toSeconds());
        }
        return " · "
                + (away.toSeconds() <= 0
                        ? Words.of("applypage.about-left", clock(time))
                        : Words.of("applypage.about-left-services-away", clock(time), away.toSeconds()));
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(Math.max(0, time.toMinutes()), Math.max(0, time.toSecondsPart()));
    }

    private static String words(RunState state) {
        return switch (state) {
            case PREPARED -> Words.of("applypage.not-begun");
            case CAPTURING -> Words.of("applypage.taking-the-restore-point");
            case APPLYING -> Words.of("applypage.applying");
            case PAUSED -> Words.of("applypage.paused");
            case VERIFYING -> Words.of("applypage.verifying");
            case SUCCEEDED -> Words.of("applypage.done-and-verified");
            case AWAITING_CONFIRMATION -> Words.of("applypage.done-waiting-for-your-word");
            case WATCHING -> Words.of("applypage.done-being-watched");
            case UNVERIFIED -> Words.of("applypage.done-not-everything-verified");
            case ROLLING_BACK -> Words.of("applypage.rolling-back");
            case CANCELLED -> Words.of("applypage.cancelled");
            case INTERRUPTED -> Words.of("applypage.interrupted");
            case ROLLED_BACK -> Words.of("applypage.rolled-back");
            case NEEDS_PERSON -> Words.of("applypage.needs-person");
            case LEFT -> Words.of("applypage.left");
            case ABANDONED -> Words.of("applypage.abandoned");
        };
    }

    /** Line of the log, as high as its words need in the width that there is. */
    private static final class WrappedLine extends ListCell<String> {
        WrappedLine() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }
}
