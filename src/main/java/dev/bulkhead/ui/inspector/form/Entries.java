package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Mappings such as labels as text, a {@code name=value} a line, and edits that change only the lines that differ. */
final class Entries {

    private Entries() {}

    /** Returns entries as lines. */
    static String text(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Returns what another text means.
     *
     * @param field the mapping
     * @param title what the edit is called
     */
    static FieldDraft draft(FieldElement field, String title, Map<String, String> before, String text) {
        SequencedMap<String, String> after = new LinkedHashMap<>();
        for (String line : lines(text)) {
            int sign = line.indexOf('=');
            String name = sign < 0 ? line : line.substring(0, sign).strip();
            if (sign < 1 || name.isEmpty()) {
                return new FieldDraft.Wrong(Words.of("entries.write-a-line-as-name", line));
            }
            if (after.put(name, line.substring(sign + 1).strip()) != null) {
                return new FieldDraft.Wrong(Words.of("entries.stands-in-two-lines-leave", name));
            }
        }
        return change(title, edits(field, before, after));
    }

    private static List<ProjectEdit> edits(FieldElement field, Map<String, String> before, Map<String, String> after) {
        List<ProjectEdit> edits = new ArrayList<>();
        if (after.isEmpty() && !before.isEmpty()) {
            edits.add(new FieldEdit.RemoveField(field));
            return edits;
        }
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> edits.add(new FieldEdit.RemoveField(field.field(name))));
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                edits.add(new FieldEdit.SetField(field.field(name), FieldValue.text(value)));
            }
        });
        return edits;
    }

    /** Returns edits as one, or that nothing changes. */
    static FieldDraft change(String title, List<ProjectEdit> edits) {
        return switch (edits.size()) {
            case 0 -> new FieldDraft.Same();
            case 1 -> new FieldDraft.Change(edits.getFirst());
            default -> new FieldDraft.Change(new ProjectEdit.Series(title, edits));
        };
    }

    /** Returns the lines of a text that say something. */
    static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns the words of a text that are separated by commas or blanks. */
    static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns the draft of a field that holds one text; an empty one takes the field away. */
    static Function<String, FieldDraft> scalar(FieldElement field, Function<String, Optional<String>> trouble) {
        return text -> {
            if (text.isEmpty()) {
                return new FieldDraft.Change(new FieldEdit.RemoveField(field));
            }
            return trouble.apply(text)
                    .<FieldDraft>map(FieldDraft.Wrong::new)
                    .orElseGet(() -> new FieldDraft.Change(new FieldEdit.SetField(field, FieldValue.text(text))));
        };
    }

    /** Returns a switch of a field that is false where the files do not state it. */
    static Function<Boolean, ProjectEdit> flag(Element of, String name) {
        return on -> on
                ? new FieldEdit.SetField(of.field(name), FieldValue.flag(true))
                : new FieldEdit.RemoveField(of.field(name));
    }
}
