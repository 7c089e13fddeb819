package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.status.ProjectStatus.Standing;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.theme.FittedRow;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

/** Bar of the eight iterations, always in sight, and the button that goes on. */
public final class PathBar extends FittedRow {

    private final PathViewModel path;
    private final HBox steps = new HBox();
    /** The names of the iterations, and which of them is on. */
    private final Map<Label, Boolean> titles = new LinkedHashMap<>();

    public PathBar(PathViewModel path, CommandControls controls) {
        this.path = path;
        getStyleClass().add("bh-path-bar");
        setAlignment(Pos.CENTER_LEFT);
        steps.setAlignment(Pos.CENTER_LEFT);
        steps.getStyleClass().add("bh-path-steps");
        steps.setAccessibleText("Iterations");
        HBox.setHgrow(steps, Priority.ALWAYS);
        Button go = controls.button(Command.CONTINUE);
        go.getStyleClass().addAll("accent", "bh-path-continue");
        go.setContentDisplay(ContentDisplay.RIGHT);
        go.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(steps, go);
        saving(this::setNumbersOnly);
        path.steps().addListener((ListChangeListener<IterationStatus>) change -> render());
        path.underWayProperty().addListener((property, old, now) -> render());
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

    private Node node(IterationStatus step) {
        boolean current =
                path.underWayProperty().get().equals(Optional.of(step.playbook().id()))
                        || (path.underWayProperty().get().isEmpty() && step.standing() == Standing.NEXT);
        Node sign = step.standing() == Standing.COMPLETE
                ? Glyph.DONE.icon()
                : Nodes.label(step.playbook().id(), "bh-path-number");
        StackPane circle = new StackPane(sign);
        circle.getStyleClass().add("bh-path-circle");
        Label title = Nodes.label(shortTitle(step), "bh-path-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        titles.put(title, current);
        HBox box = Nodes.row("bh-path-step", circle, title);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add(Nodes.styleClass(step.standing()));
        if (current) {
            box.getStyleClass().add("bh-current");
        }
        String words = step.playbook().title() + ": " + step.playbook().objective() + "\n" + standing(step);
        box.setAccessibleText(words);
        Tooltip.install(box, new Tooltip(words));
        return box;
    }

    private static String standing(IterationStatus step) {
        if (!step.playbook().available()) {
            return "This version of Bulkhead cannot carry it out yet.";
        }
        return switch (step.standing()) {
            case COMPLETE -> "Done.";
            case NEXT -> "This is the next one.";
            case PENDING ->
                "It builds on iterations " + String.join(", ", step.playbook().requires()) + ".";
        };
    }

    /** Eight titles share one line, so each is as short as it can be said. */
    static String shortTitle(IterationStatus step) {
        return switch (step.playbook().id()) {
            case "1" -> "Foundation";
            case "2" -> "Ports";
            case "3" -> "TLS";
            case "4" -> "Authelia";
            case "5" -> "Secrets";
            case "6" -> "Monitoring";
            case "7" -> "Hardening";
            case "8" -> "Retire legacy";
            default -> step.playbook().title();
        };
    }
}
