package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.playbook.PasswordHash;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * Secrets of a walk through an iteration: those that the operator gives to the run, and those that the run made and he is
 * shown once. They are in memory alone, and in no answer.
 */
public final class WizardSecrets {

    private final RunControl control;
    private final WizardWork work;
    private final ObservableList<SecretSource.Given> wanted = FXCollections.observableArrayList();
    private final ObservableMap<String, String> typed = FXCollections.observableMap(new HashMap<>());
    private final BooleanBinding complete = Bindings.createBooleanBinding(
            () -> wanted.stream().allMatch(one -> typed.containsKey(one.id())), wanted, typed);
    private final ObservableList<Fresh> fresh = FXCollections.observableArrayList();
    /** What goes on once all are given, where that is no button of the page. */
    private final ObjectProperty<Optional<Runnable>> then = new SimpleObjectProperty<>(this, "then", Optional.empty());

    private final ReadOnlyObjectWrapper<Boolean> asks = new ReadOnlyObjectWrapper<>(this, "asks", false);

    WizardSecrets(RunControl control, WizardWork work) {
        this.control = control;
        this.work = work;
    }

    /** New value of a file. */
    public record Fresh(String file, String value) {
        /** Names the file and shows no value. */
        @Override
        public String toString() {
            return "Fresh[" + file + "]";
        }
    }

    /** Those that the run asks the operator for. */
    public ObservableList<SecretSource.Given> wanted() {
        return wanted;
    }

    /** Those that the run made and that are not yet taken. */
    public ObservableList<Fresh> fresh() {
        return fresh;
    }

    /** Whether the run still asks for them. */
    public ReadOnlyObjectProperty<Boolean> asksProperty() {
        return asks.getReadOnlyProperty();
    }

    ObjectProperty<Optional<Runnable>> thenProperty() {
        return then;
    }

    /** Whether all are given. */
    BooleanBinding complete() {
        return complete;
    }

    /** Asks for what a plan wants; what was typed for another plan stays where it fits. */
    void ask(List<SecretSource.Given> all) {
        wanted.setAll(all);
        typed.keySet().retainAll(all.stream().map(SecretSource.Given::id).toList());
        asks.set(!all.isEmpty());
    }

    /** Asks for what the rest of a run wants, and then goes on. */
    void ask(List<SecretSource.Given> all, Runnable goOn) {
        ask(all);
        if (all.isEmpty()) {
            goOn.run();
            return;
        }
        then.set(Optional.of(() -> {
            then.set(Optional.empty());
            goOn.run();
        }));
    }

    /** Takes what is typed; nothing typed is nothing given. */
    void type(SecretSource.Given one, String text) {
        if (text.isEmpty()) {
            typed.remove(one.id());
        } else {
            typed.put(one.id(), text);
        }
    }

    /** Hands all over to the run, which begins. */
    void handOver() {
        typed.forEach(control::give);
        typed.clear();
        asks.set(false);
    }

    /** Takes what the run made. */
    void take() {
        control.fresh().take().forEach((file, value) -> fresh.add(new Fresh(file, value)));
    }

    /** Forgets what was shown. */
    void forget() {
        fresh.clear();
    }

    /** Hashes a password behind the scenes, which takes a while by design, and hands the hash on. */
    void hash(String password, Consumer<PasswordHash> hashed) {
        work.start(progress -> PasswordHash.of(password.toCharArray()), hashed);
    }
}
