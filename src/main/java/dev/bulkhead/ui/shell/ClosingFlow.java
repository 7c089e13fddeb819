package dev.bulkhead.ui.shell;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.wizard.WizardViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Closing of the window: asks what becomes of a run under way, of a change that waits for confirmation, and of edits that are not saved. */
public final class ClosingFlow {

    private final Supplier<ProjectSession> session;
    private final Dialogs dialogs;
    private final Frame frame;

    /** The window of the desktop around the scene. */
    public interface Frame {

        /** Takes the window away; the program goes on. */
        void hide();

        /** Brings a hidden window back. */
        void show();

        /** Closes the window and ends the program. */
        void close();
    }

    ClosingFlow(Supplier<ProjectSession> session, Dialogs dialogs, Frame frame) {
        this.session = session;
        this.dialogs = dialogs;
        this.frame = frame;
    }

    /** Closes the window, at once or after the operator said what is to become of things. */
    public void ask() {
        ProjectSession open = session.get();
        Optional<WizardViewModel> run = open.wizard()
                .wizardProperty()
                .get()
                .filter(model -> model.carriesOutProperty().get());
        run.ifPresentOrElse(this::askAboutRun, () -> open.whenNothingIsLost(frame::close));
    }

    private void askAboutRun(WizardViewModel model) {
        boolean turning = model.run().stateProperty().get() == RunState.ROLLING_BACK;
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.cancel());
        if (!turning) {
            choices.add(
                    new Choice(Words.of("closingflow.roll-back-and-close"), Choice.Kind.DANGER, () -> rollBack(model)));
            choices.add(new Choice(Words.of("closingflow.pause-and-close"), Choice.Kind.OTHER, () -> pause(model)));
        }
        choices.add(
                new Choice(Words.of("closingflow.go-on-in-the-background"), Choice.Kind.DEFAULT, () -> goOn(model)));
        String iteration = model.playbook().id() + " " + model.playbook().title();
        dialogs.ask(
                turning
                        ? Words.of("closingflow.is-being-rolled-back", iteration)
                        : Words.of("closingflow.is-being-carried-out", iteration),
                turning
                        ? Words.of("closingflow.in-the-background-it-goes")
                        : Words.of(
                                "closingflow.of-operations-are-done",
                                model.run().done(),
                                model.run().steps().size()),
                choices);
    }

    private void goOn(WizardViewModel model) {
        frame.hide();
        model.whenDone(() -> end(model));
    }

    private void pause(WizardViewModel model) {
        model.control().cancel();
        model.whenDone(frame::close);
    }

    private void rollBack(WizardViewModel model) {
        model.control().cancel();
        model.whenDone(() -> {
            // Without a restore point of its own it has changed nothing, and the newest one would be another run's.
            if (model.run().restorePointProperty().get().isEmpty()) {
                frame.close();
                return;
            }
            model.rollBack();
            model.whenDone(() -> end(model));
        });
    }

    /** Closes the window after a run that left nothing open; else shows what it needs. */
    private void end(WizardViewModel model) {
        boolean settled = model.run()
                .outcomeProperty()
                .get()
                .map(outcome -> outcome.state().settled())
                .orElse(false);
        if (settled) {
            frame.close();
        } else {
            frame.show();
        }
    }
}
