package dev.bulkhead.ui.probation;

import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Choice of whether a change takes itself back unless it is confirmed. */
public final class ProbationChoice {

    /** How long a change waits, and how much longer each time it is asked for. */
    static final Duration TIME = Duration.ofMinutes(10);

    private static final Probation CONDITIONS =
            new Probation(Optional.of(TIME), Optional.of(TIME), Probation.OnBreak.TAKE_BACK);

    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");
    private final ReadOnlyObjectWrapper<Optional<String>> reason =
            new ReadOnlyObjectWrapper<>(this, "reason", Optional.empty());

    /** A choice that is not taken until it is proposed. */
    public ProbationChoice() {}

    /** Whether the change waits for the operator's word. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }

    /** Why it is proposed, as a sentence; empty where it is not. */
    public ReadOnlyObjectProperty<Optional<String>> reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /**
     * Proposes it where the way to the engine leads through a service that the change interrupts, and where a mistake locks
     * people out.
     *
     * @param way that service; empty where there is none
     * @param risk how much can go wrong
     */
    public void propose(Optional<String> way, Risk risk) {
        reason.set(way.map(service -> Words.of("probationchoice.proposed-since-the-engine-is", service))
                .or(() -> risk == Risk.HIGH
                        ? Optional.of(Words.of("probationchoice.proposed-since-a-mistake-here"))
                        : Optional.empty()));
        if (reason.get().isPresent()) {
            chosen.set(true);
        }
    }

    /** Returns the conditions that were chosen. */
    public Probation conditions() {
        return chosen.get() ? CONDITIONS : Probation.NONE;
    }
}
