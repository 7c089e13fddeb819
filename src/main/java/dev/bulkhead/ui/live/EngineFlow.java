package dev.bulkhead.ui.live;

import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.TaskHandle;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Change from one engine to another while a project is open. */
public final class EngineFlow {

    private final EngineViewModel engine;
    private final Dialogs dialogs;
    private final BackgroundTasks tasks;
    private final Messages messages;
    private final Supplier<Optional<EngineSwitch>> project;
    private final BooleanSupplier inUse;

    /**
     * Creates the flow of a window.
     *
     * @param project the engine of the open project
     * @param inUse whether a run needs the engine to stay
     */
    public EngineFlow(
            EngineViewModel engine,
            Dialogs dialogs,
            BackgroundTasks tasks,
            Messages messages,
            Supplier<Optional<EngineSwitch>> project,
            BooleanSupplier inUse) {
        this.engine = engine;
        this.dialogs = dialogs;
        this.tasks = tasks;
        this.messages = messages;
        this.project = project;
        this.inUse = inUse;
    }

    /** Asks which engine, and goes over to it. */
    public void ask() {
        project.get().ifPresent(open -> {
            EngineForm form = new EngineForm(open.chosen()).offering(open.stated());
            dialogs.form(
                    Words.of("engineflow.connect-to-an-engine"),
                    "",
                    form,
                    form.valid(),
                    List.of(
                            Choice.cancel(),
                            new Choice(Words.of("engineflow.connect"), Choice.Kind.DEFAULT, () -> use(form.choice()))));
        });
    }

    /** Goes over to an engine. */
    public void use(EngineChoice choice) {
        if (inUse.getAsBoolean()) {
            messages.refused(Words.of("engineflow.an-iteration-is-being-carried"));
            return;
        }
        project.get()
                .ifPresent(open -> tasks.start(
                        Words.of("activity.connecting"),
                        progress -> {
                            open.use(choice);
                            return choice;
                        },
                        this::show,
                        failure -> messages.failed(String.valueOf(failure.getMessage()))));
    }

    /** Connects to the engine that a project is opened with, and shows it. */
    public TaskHandle connect(EngineSwitch opened) {
        return tasks.start(
                progress -> {
                    opened.connect();
                    return opened.chosen();
                },
                this::show,
                failure -> messages.failed(String.valueOf(failure.getMessage())));
    }

    /** Shows the engine of the open project. */
    public void show(EngineChoice choice) {
        project.get().ifPresent(open -> {
            if (choice instanceof EngineChoice.Offline) {
                engine.leave();
            } else {
                engine.watch(open.engine().observer(), open.hosts());
            }
        });
    }
}
