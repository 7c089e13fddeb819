package dev.bulkhead.compose.patch.value;

import dev.bulkhead.compose.patch.value.Interpolated.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewriting of a text to another value so that its variables stay variables: the attempts.
 *
 * @param raw the new text as it is to be written in its place; empty when the place itself stays as it is
 * @param variable the variable to set in {@code .env} instead, where that is the way; beside a new text, which then holds a
 *     default that is to go on saying the same
 * @param value what the variable has to be set to
 */
public record ValueRewrite(Optional<String> raw, Optional<String> variable, String value) {

    /** Returns the attempts, the best first; none if the change touches more than one variable. */
    public static List<ValueRewrite> attempts(String raw, String oldValue, String newValue) {
        Interpolated text = Interpolated.parse(raw);
        if (!text.hasVariables()) {
            return List.of(inPlace(escape(newValue)));
        }
        Optional<List<String>> values = align(text, oldValue);
        return values.isEmpty() ? List.of() : new Change(text, values.get(), oldValue, newValue).attempts();
    }

    private static ValueRewrite inPlace(String raw) {
        return new ValueRewrite(Optional.of(raw), Optional.empty(), "");
    }

    private static String escape(String value) {
        return value.replace("$", "$$");
    }

    /** Returns what each segment stands for; empty if that cannot be told. */
    private static Optional<List<String>> align(Interpolated text, String value) {
        List<String> values = new ArrayList<>();
        int unknown = -1;
        for (Segment segment : text.segments()) {
            if (segment.literal()) {
                values.add(text.raw().substring(segment.start(), segment.end()).replace("$$", "$"));
            } else {
                values.add(segment.word(text.raw()).orElse(""));
                unknown = unknown == -1 ? values.size() - 1 : -2;
            }
        }
        if (String.join("", values).equals(value)) {
            return Optional.of(values);
        }
        if (unknown < 0) {
            return Optional.empty();
        }
        String before = String.join("", values.subList(0, unknown));
        String after = String.join("", values.subList(unknown + 1, values.size()));
        if (value.length() < before.length() + after.length() || !value.startsWith(before) || !value.endsWith(after)) {
            return Optional.empty();
        }
        values.set(unknown, value.substring(before.length(), value.length() - after.length()));
        return Optional.of(values);
    }

    /** A value taken apart, and what it shall become; only one part at a time can carry a change. */
    private record Change(Interpolated text, List<String> values, String oldValue, String newValue) {

        List<ValueRewrite> attempts() {
            List<ValueRewrite> literals = new ArrayList<>();
            List<ValueRewrite> defaults = new ArrayList<>();
            List<ValueRewrite> variables = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                String before = String.join("", values.subList(0, i));
                String after = String.join("", values.subList(i + 1, values.size()));
                boolean fits = newValue.length() >= before.length() + after.length()
                        && newValue.startsWith(before)
                        && newValue.endsWith(after);
                if (fits) {
                    String inside = newValue.substring(before.length(), newValue.length() - after.length());
                    sort(i, inside, literals, defaults, variables);
                }
            }
            literals.addAll(defaults);
            literals.addAll(variables);
            if (oldValue.isEmpty()) {
                // Behind a variable that nobody sets anything could be written, and would change when somebody does.
                return literals;
            }
            if (newValue.startsWith(oldValue)) {
                literals.add(inPlace(text.raw() + escape(newValue.substring(oldValue.length()))));
            } else if (newValue.endsWith(oldValue)) {
                String added = newValue.substring(0, newValue.length() - oldValue.length());
                literals.add(inPlace(escape(added) + text.raw()));
            }
            return literals;
        }

        private void sort(
                int index,
                String inside,
                List<ValueRewrite> literals,
                List<ValueRewrite> defaults,
                List<ValueRewrite> variables) {
            Segment segment = text.segments().get(index);
            String raw = text.raw();
            if (segment.literal()) {
                literals.add(
                        inPlace(raw.substring(0, segment.start()) + escape(inside) + raw.substring(segment.end())));
                return;
            }
            boolean fromDefault = segment.word(raw).equals(Optional.of(values.get(index)));
            boolean plain = inside.chars().noneMatch(c -> c == '{' || c == '}');
            if (fromDefault && plain) {
                int word = segment.wordStart().orElseThrow();
                String fresh = raw.substring(0, word) + escape(inside) + raw.substring(segment.end() - 1);
                defaults.add(inPlace(fresh));
                variables.add(new ValueRewrite(Optional.of(fresh), segment.variable(), inside));
            }
            variables.add(new ValueRewrite(Optional.empty(), segment.variable(), inside));
        }
    }
}
