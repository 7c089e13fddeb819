package dev.bulkhead.ui.probation;

import dev.bulkhead.migrate.Confirmation;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.ui.fx.BackgroundTask;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Change that waits for the operator's word, whoever applied it: this window, another one or a terminal. */
public final class ProbationViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProbationViewModel.class);

    private final Optional<Confirmation> confirmation;
    private final BackgroundTasks tasks;
    private final Messages messages;
    private final Runnable ended;
    private final ReadOnlyObjectWrapper<Optional<OnProbation>> run =
            new ReadOnlyObjectWrapper<>(this, "run", Optional.empty());
    private final ReadOnlyBooleanWrapper goingBack = new ReadOnlyBooleanWrapper(this, "goingBack");
    private boolean asking;
    private boolean closed;

    /**
     * Follows the changes of a project.
     *
     * @param ended called when a change is kept or was taken back: files, path and engine may be others
     */
    public ProbationViewModel(Optional<Migration> migration, BackgroundTasks tasks, Messages messages, Runnable ended) {
        this.confirmation = migration.map(Migration::confirmation);
        this.tasks = tasks;
        this.messages = messages;
        this.ended = ended;
    }

    /** The change that waits; empty while none does. */
    public ReadOnlyObjectProperty<Optional<OnProbation>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Whether its guard takes it back at this moment. */
    public ReadOnlyBooleanProperty goingBackProperty() {
        return goingBack.getReadOnlyProperty();
    }

    /** Looks where it stands; called again and again while a change waits. */
    public void refresh() {
        if (confirmation.isEmpty() || asking || closed) {
            return;
        }
        asking = true;
        Optional<String> known = run.get().map(OnProbation::run);
        tasks.start(
                progress -> look(confirmation.get(), known),
                look -> {
                    asking = false;
                    see(look);
                },
                failure -> {
                    asking = false;
                    LOG.warn("Whether a change waits to be confirmed is not known: {}", failure.getMessage());
                });
    }

    /** Keeps the change. */
    public void keep() {
        keep(() -> {});
    }

    /** Keeps the change, and does something once that is written. */
    public void keep(Runnable then) {
        decide(Confirmation::keep, () -> {
            leave();
            messages.done(Words.of("probationviewmodel.the-change-is-kept-its"));
            then.run();
        });
    }

    /** Gives more time. */
    public void extend() {
        decide(asked -> asked.extend(ProbationChoice.TIME), this::refresh);
    }

    private static Look look(Confirmation confirmation, Optional<String> known) throws MigrationException {
        Optional<OnProbation> waits = confirmation.onProbation();
        if (waits.isPresent() || known.isEmpty()) {
            return new Look(waits, false, Optional.empty());
        }
        boolean back = confirmation.goingBack(known.get());
        return new Look(waits, back, back ? Optional.empty() : Optional.of(confirmation.outcome(known.get())));
    }

    /** Follows nothing any more. */
    @Override
    public void close() {
        closed = true;
        run.set(Optional.empty());
    }

    private void see(Look look) {
        if (closed) {
            return;
        }
        goingBack.set(look.goingBack());
        if (look.run().isPresent()) {
            run.set(look.run());
        }
        if (look.outcome().isPresent() && run.get().isPresent()) {
            RunOutcome outcome = look.outcome().get();
            leave();
            if (outcome.state() == RunState.ROLLED_BACK) {
                messages.refused(outcome.sentence());
            } else {
                messages.done(outcome.sentence());
            }
        }
    }

    private void leave() {
        run.set(Optional.empty());
        goingBack.set(false);
        ended.run();
    }

    /** Word of the operator. */
    private interface Word {
        String say(Confirmation confirmation) throws MigrationException;
    }

    private void decide(Word word, Runnable then) {
        confirmation.ifPresent(asked -> tasks.start(
                (BackgroundTask<String>) progress -> word.say(asked),
                said -> {
                    LOG.info("{}", said);
                    then.run();
                },
                failure -> {
                    messages.failed(String.valueOf(failure.getMessage()));
                    refresh();
                }));
    }

    private record Look(Optional<OnProbation> run, boolean goingBack, Optional<RunOutcome> outcome) {}
}
