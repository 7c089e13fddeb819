package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Line of a form. */
public sealed interface FormItem {

    /** Returns what stands before it. */
    String name();

    /** Returns what the field means, in a sentence or two; empty text where its name says it. */
    String help();

    /**
     * Field of text.
     *
     * @param id name that no other field of the form has
     * @param value its present value as text; empty where the files state none
     * @param prompt what holds while the field is empty
     * @param draft what another text would mean
     * @param suggestion a value that would be right, which is offered beside the field
     * @param lines whether it takes several lines
     */
    record Text(
            String id,
            String name,
            String help,
            String value,
            String prompt,
            Function<String, FieldDraft> draft,
            Optional<String> suggestion,
            boolean lines)
            implements FormItem {

        /** A field of one line with nothing to suggest. */
        Text(String id, String name, String help, String value, String prompt, Function<String, FieldDraft> draft) {
            this(id, name, help, value, prompt, draft, Optional.empty(), false);
        }

        /** Returns this field with a value to offer. */
        Text suggesting(Optional<String> offered) {
            return new Text(id, name, help, value, prompt, draft, offered.filter(o -> !o.equals(value)), lines);
        }

        /** Returns this field with several lines. */
        Text inLines() {
            return new Text(id, name, help, value, prompt, draft, suggestion, true);
        }
    }

    /**
     * Switch.
     *
     * @param on its present state; empty where several things differ in it
     * @param edit what switching does; empty where it cannot be switched
     */
    record Switch(
            String id, String name, String help, Optional<Boolean> on, Optional<Function<Boolean, ProjectEdit>> edit)
            implements FormItem {}

    /**
     * Choice of one value among some.
     *
     * @param value the present one
     * @param options all, in the order they are offered
     */
    record Choice(
            String id, String name, String help, String value, List<String> options, Function<String, ProjectEdit> edit)
            implements FormItem {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Value that is only shown. */
    record Fixed(String name, String help, String value) implements FormItem {}
}
