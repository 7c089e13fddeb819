package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.topology.edit.ProjectEdit;

/** Draft of another value of a field, as it is typed. */
public sealed interface FieldDraft {

    /** The value is what the files say. */
    record Same() implements FieldDraft {}

    /**
     * The text is no value of the field.
     *
     * @param sentence what is wrong and what would be right
     */
    record Wrong(String sentence) implements FieldDraft {}

    /** The text is another value, which this edit writes. */
    record Change(ProjectEdit edit) implements FieldDraft {}
}
