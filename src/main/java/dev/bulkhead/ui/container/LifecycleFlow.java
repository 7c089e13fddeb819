package dev.bulkhead.ui.container;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.lifecycle.LifecycleAction;
import dev.bulkhead.engine.lifecycle.LifecyclePlan;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Starting, stopping and restarting a container, with a question where it takes others along. */
public final class LifecycleFlow {

    private final ProjectViewModel project;
    private final EngineViewModel engine;
    private final Supplier<Engine> calls;
    private final BackgroundTasks tasks;
    private final Dialogs dialogs;
    private final Messages messages;
    private final BooleanSupplier inUse;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    /**
     * Creates the flow of a window.
     *
     * @param calls the engine that is asked to do it
     * @param inUse whether a run needs the engine to stay as it is
     */
    public LifecycleFlow(
            ProjectViewModel project,
            EngineViewModel engine,
            Supplier<Engine> calls,
            BackgroundTasks tasks,
            Dialogs dialogs,
            Messages messages,
            BooleanSupplier inUse) {
        this.project = project;
        this.engine = engine;
        this.calls = calls;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.messages = messages;
        this.inUse = inUse;
    }

    /** Whether one is being carried out. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Does it, after a question where it means something for others. */
    public void ask(LifecycleAction action, ObservedContainer container) {
        if (!project.mayChange()) {
            return;
        }
        if (inUse.getAsBoolean()) {
            messages.refused(Words.of("lifecycleflow.an-iteration-is-being-carried"));
            return;
        }
        LifecyclePlan plan = LifecyclePlan.of(
                project.topologyProperty().get(), engine.stateProperty().get(), container, action);
        if (plan.consequences().isEmpty()) {
            carryOut(plan);
        } else {
            dialogs.ask(
                    Words.of("lifecycleflow.question", verb(action), container.name()),
                    String.join("\n", plan.consequences()),
                    List.of(
                            Choice.cancel(),
                            new Choice(
                                    verb(action),
                                    action == LifecycleAction.START ? Choice.Kind.DEFAULT : Choice.Kind.DANGER,
                                    () -> carryOut(plan))));
        }
    }

    private void carryOut(LifecyclePlan plan) {
        busy.set(true);
        tasks.start(
                progress -> {
                    plan.carryOut(calls.get().containers());
                    return plan;
                },
                done -> {
                    busy.set(false);
                    messages.done(did(plan.action(), plan.container().name()));
                },
                failure -> {
                    busy.set(false);
                    messages.failed(String.valueOf(failure.getMessage()));
                });
    }

    /** Returns what to do, as a button says it. */
    static String verb(LifecycleAction action) {
        return switch (action) {
            case START -> Words.of("lifecycleflow.start");
            case STOP -> Words.of("lifecycleflow.stop");
            case RESTART -> Words.of("lifecycleflow.restart");
        };
    }

    private static String did(LifecycleAction action, String container) {
        return switch (action) {
            case START -> Words.of("lifecycleflow.was-started", container);
            case STOP -> Words.of("lifecycleflow.was-stopped", container);
            case RESTART -> Words.of("lifecycleflow.was-restarted", container);
        };
    }
}
