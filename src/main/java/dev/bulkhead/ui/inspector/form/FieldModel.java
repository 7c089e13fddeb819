package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.ui.model.Consideration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A field of text while it is typed into: what is wrong with it is told at once, in the words of the checks, and nothing is
 * done before it is complete.
 */
public final class FieldModel {

    private final FormItem.Text item;
    private final FormActions actions;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(this, "told", Told.NOTHING);
    private String text;
    private FieldDraft draft = new FieldDraft.Same();
    /** What would come of the draft; empty until that is known. */
    private Optional<Consideration> considered = Optional.empty();

    private boolean committing;
    private long asked;

    /**
     * What is said below a field.
     *
     * @param sentence empty text for nothing
     * @param forbids whether the value is not taken
     */
    public record Told(String sentence, boolean forbids) {
        static final Told NOTHING = new Told("", false);
    }

    /** Creates the model of a field that shows what the files say. */
    public FieldModel(FormItem.Text item, FormActions actions) {
        this.item = item;
        this.actions = actions;
        this.text = item.value();
    }

    /** What is said below the field. */
    public ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Hears another text. */
    public void typed(String now) {
        if (now.strip().equals(text)) {
            return;
        }
        text = now.strip();
        draft = text.equals(item.value()) ? new FieldDraft.Same() : item.draft().apply(text);
        considered = Optional.empty();
        committing = false;
        long number = ++asked;
        switch (draft) {
            case FieldDraft.Same() -> told.set(Told.NOTHING);
            case FieldDraft.Wrong(String sentence) -> told.set(new Told(sentence, true));
            case FieldDraft.Change(var edit) ->
                actions.consider(edit, answer -> {
                    // A later text has its own answer.
                    if (number == asked) {
                        know(answer);
                    }
                });
        }
    }

    /** Hears that the text is complete: it becomes an edit, as soon as nothing is known to forbid that. */
    public void commit() {
        committing = true;
        considered.ifPresent(this::know);
    }

    private void know(Consideration answer) {
        considered = Optional.of(answer);
        Optional<String> forbidden = answer.forbids();
        told.set(forbidden
                .map(sentence -> new Told(sentence, true))
                .or(() -> answer.warns().map(sentence -> new Told(sentence, false)))
                .orElse(Told.NOTHING));
        if (committing && forbidden.isEmpty() && draft instanceof FieldDraft.Change(var edit)) {
            committing = false;
            draft = new FieldDraft.Same();
            actions.apply(edit);
        }
    }
}
