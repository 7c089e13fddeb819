package dev.bulkhead.ui.shell.actions;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Table of what each {@link Command} does in one session, and whether it can be done now. */
public final class Commands {

    /** What is taken even while a question is open: whoever is asked may want to look something up. */
    private static final Set<Command> ALWAYS = Set.of(Command.MANUAL, Command.MANUAL_CONTENTS);

    private final Map<Command, Binding> bindings = new EnumMap<>(Command.class);
    private final BooleanProperty suspended = new SimpleBooleanProperty(this, "suspended");

    /** Creates the commands of a window; those that are never given anything to do stay disabled. */
    public Commands() {
        for (Command command : Command.values()) {
            bindings.put(command, new Binding(command.text()));
        }
    }

    /** Says what a command does, whenever it is asked for. */
    public Commands on(Command command, Runnable run) {
        return on(command, new SimpleBooleanProperty(true), run);
    }

    /** Says what a command does and when it can be done. */
    public Commands on(Command command, ObservableValue<Boolean> enabled, Runnable run) {
        Binding binding = binding(command);
        binding.run = run;
        binding.disabled.bind(enabled.map(possible -> !possible));
        return this;
    }

    /** Lets a command's text follow a value, for instance to name the change it undoes. */
    public Commands named(Command command, ObservableValue<String> text) {
        binding(command).text.bind(text);
        return this;
    }

    /** Whether no command but those of the manual is taken, because a question is open. */
    public BooleanProperty suspendedProperty() {
        return suspended;
    }

    /** Does a command, if it can be done now. */
    public void run(Command command) {
        Binding binding = binding(command);
        if (!binding.disabled.get() && (!suspended.get() || ALWAYS.contains(command))) {
            binding.run.run();
        }
    }

    /** Returns whether a command can not be done now. */
    public ObservableValue<Boolean> disabled(Command command) {
        return binding(command).disabled;
    }

    /** Returns a command's present text. */
    public ObservableValue<String> text(Command command) {
        return binding(command).text;
    }

    private Binding binding(Command command) {
        Binding binding = bindings.get(command);
        if (binding == null) {
            throw new IllegalStateException("The command " + command + " has no binding.");
        }
        return binding;
    }

    private static final class Binding {
        private final StringProperty text;
        private final BooleanProperty disabled = new SimpleBooleanProperty(true);
        private Runnable run = () -> {};

        Binding(String text) {
            this.text = new SimpleStringProperty(text);
        }
    }
}
