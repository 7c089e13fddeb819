package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Step of the plan with how far it is. */
public final class StepRow {

    private final PlanStep step;
    private final ObjectProperty<Progress> progress = new SimpleObjectProperty<>(this, "progress", Progress.WAITING);
    private final StringProperty outcome = new SimpleStringProperty(this, "outcome", "");
    private final StringProperty took = new SimpleStringProperty(this, "took", "");

    private Optional<Duration> measured = Optional.empty();

    StepRow(PlanStep step) {
        this.step = step;
        long seconds = step.interruption().toSeconds();
        took.set(seconds == 0 ? "" : Words.of("steprow.about-s", seconds));
    }

    /** How far a step is. */
    public enum Progress {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        UNDONE
    }

    /** Takes in how long it took. */
    void took(Duration time) {
        measured = Optional.of(time);
        took.set("%.1f s".formatted(time.toMillis() / 1000.0));
    }

    /** Returns how long it took; empty while it has not. */
    Optional<Duration> measured() {
        return measured;
    }

    /** Returns the step itself. */
    public PlanStep step() {
        return step;
    }

    /** How far it is. */
    public ObjectProperty<Progress> progressProperty() {
        return progress;
    }

    /** What it led to, in a few words. */
    public StringProperty outcomeProperty() {
        return outcome;
    }

    /** How long it took, or is expected to interrupt. */
    public StringProperty tookProperty() {
        return took;
    }
}
