package dev.bulkhead.ui.shell.preferences;

import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.shell.context.Preferences;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;

/** Preferences as they are asked for. */
public final class PreferencesFlow {

    private final Dialogs dialogs;
    private final Preferences preferences;

    public PreferencesFlow(Dialogs dialogs, Preferences preferences) {
        this.dialogs = dialogs;
        this.preferences = preferences;
    }

    /** Shows them. */
    public void ask() {
        PreferencesForm form = new PreferencesForm(preferences);
        dialogs.form(
                Words.of("preferences.title"),
                Words.of("preferences.text"),
                form,
                new SimpleBooleanProperty(true),
                List.of(new Choice(Words.of("preferences.done"), Choice.Kind.DEFAULT, () -> form.done(preferences))));
    }
}
