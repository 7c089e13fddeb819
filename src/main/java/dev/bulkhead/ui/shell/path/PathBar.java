package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.status.ProjectStatus.Standing;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.theme.FittedRow;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Bar of the eight iterations, always in sight, and the button that goes on. */
public final class PathBar extends FittedRow {

    private final PathViewModel path;
    private final Consumer<IterationStatus> open;
    private final HBox steps = new HBox();
    /** The names of the iterations, and which of them is on. */
    private final Map<Node, Boolean> titles = new LinkedHashMap<>();

    /**
     * Shows the path.
     *
     * @param open opens the page of a step
     */
    public PathBar(PathViewModel path, CommandControls controls, Consumer<IterationStatus> open) {
        this.path = path;
        this.open = open;
        getStyleClass().add("bh-path-bar");
        setAlignment(Pos.CENTER_LEFT);
        steps.setAlignment(Pos.CENTER_LEFT);
        steps.getStyleClass().add("bh-path-steps");
        steps.setAccessibleText(Words.of("pathbar.iterations"));
        HBox.setHgrow(steps, Priority.ALWAYS);
        Button go = controls.button(Command.CONTINUE);
        go.getStyleClass().addAll("accent", "bh-path-continue");
        go.setContentDisplay(ContentDisplay.RIGHT);
        go.setMinWidth(Region.USE_PREF_SIZE);
        Label trouble = Nodes.label(Words.of("pathbar.own-playbooks"), "bh-path-below");
        trouble.setId("path-trouble");
        trouble.setGraphic(Glyph.WARNING.icon());
        trouble.setMinWidth(Region.USE_PREF_SIZE);
        path.troubleProperty().subscribe(sentence -> {
            Nodes.present(trouble, sentence.isPresent());
            String told = Words.of("pathbar.playbooks-of-your-own-are", sentence.orElse(""));
            trouble.setTooltip(new Tooltip(told));
            trouble.setAccessibleText(told);
        });
        getChildren().addAll(steps, trouble, go);
        saving(this::setNumbersOnly);
        path.steps().addListener((ListChangeListener<IterationStatus>) change -> render());
        path.underWayProperty().addListener((property, old, now) -> render());
        path.movingProperty().addListener((property, old, now) -> render());
        render();
    }

    /** Names the iteration that is on, and leaves the names of the others to their tooltips. */
    private void setNumbersOnly(boolean wanted) {
        titles.forEach((title, current) -> Nodes.present(title, !wanted || current));
    }

    private void render() {
        titles.clear();
        steps.getChildren().clear();
        for (IterationStatus step : path.steps()) {
            if (!steps.getChildren().isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add("bh-path-line");
                HBox.setHgrow(line, Priority.ALWAYS);
                steps.getChildren().add(line);
            }
            steps.getChildren().add(node(step));
        }
        refit();
    }

    /** What is so at this moment, before what was when the records were last read. */
    private String below(IterationStatus step) {
        return path.movingProperty()
                .get()
                .filter(moving -> moving.iteration().equals(step.playbook().id()))
                .map(PathViewModel.Moving::words)
                .orElseGet(() -> PathWords.below(step));
    }

    private Node node(IterationStatus step) {
        boolean current =
                path.underWayProperty().get().equals(Optional.of(step.playbook().id()))
                        || (path.underWayProperty().get().isEmpty() && step.standing() == Standing.NEXT);
        Node sign = step.standing() == Standing.COMPLETE
                ? Glyph.DONE.icon()
                : Nodes.label(PathWords.sign(step.playbook()), "bh-path-number");
        StackPane circle = new StackPane(sign);
        circle.getStyleClass().add("bh-path-circle");
        Label title = Nodes.label(PathWords.name(step.playbook()), "bh-path-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label below = Nodes.label(below(step), "bh-path-below");
        below.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, below);
        words.setAlignment(Pos.CENTER_LEFT);
        titles.put(words, current);
        HBox inside = Nodes.row("bh-path-inside", circle, words);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button box = new Button("", inside);
        box.setId("path-step-" + step.playbook().id());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.setOnAction(event -> open.accept(step));
        ManualTopics.tell(
                box, () -> Optional.of(ManualPlace.iteration(step.playbook().id())));
        box.getStyleClass().setAll("bh-path-step");
        box.getStyleClass().add(Nodes.styleClass(step.standing()));
        if (current) {
            box.getStyleClass().add("bh-current");
        }
        String told = step.playbook().title() + ": " + step.playbook().objective() + "\n" + PathWords.standing(step);
        box.setAccessibleText(told);
        box.setTooltip(new Tooltip(told));
        return box;
    }
}
