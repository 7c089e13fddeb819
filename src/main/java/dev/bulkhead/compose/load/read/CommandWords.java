package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line as Compose takes it apart (mattn/go-shellwords as compose-go calls it): no shell reads it, and what follows an
 * operator of shells is dropped.
 *
 * @param words its words, without their quotes
 * @param dropped what Compose drops, from the operator on; empty where it takes everything
 */
record CommandWords(List<String> words, String dropped) {

    private static final String OPERATORS = ";&|<>";

    CommandWords {
        words = List.copyOf(words);
    }

    /** Returns the words of a field that is a line or a list; one that Compose refuses is told of elsewhere. */
    static List<String> in(MapValue map, String field) {
        return map.get(field).orElse(Values.nothing(map.place())) instanceof ListValue
                ? FieldReader.texts(map, field)
                : FieldReader.text(map, field)
                        .flatMap(CommandWords::of)
                        .map(CommandWords::words)
                        .orElse(List.of());
    }

    /** Returns the words of a line; nothing where Compose refuses it, as for a quote that is not closed. */
    static Optional<CommandWords> of(String line) {
        return new Splitter(line).split();
    }

    /** Splitter of one line. */
    private static final class Splitter {

        private final String line;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean begun;
        private boolean escaped;
        private boolean doubled;
        private boolean single;
        private boolean back;
        private boolean dollar;
        private String dropped = "";

        Splitter(String line) {
            this.line = line;
        }

        Optional<CommandWords> split() {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '(' && !single && !doubled && !back && !opens()) {
                    return Optional.empty();
                }
                if (!escaped && OPERATORS.indexOf(c) >= 0 && !quoted()) {
                    dropped = line.substring(i).strip();
                    // the number of a stream goes with its operator
                    begun = begun && !(c == '>' && word.length() > 0 && Character.isDigit(word.charAt(0)));
                    break;
                }
                take(c);
            }
            end();
            return escaped || quoted() ? Optional.empty() : Optional.of(new CommandWords(words, dropped));
        }

        /** A bracket is allowed after a dollar sign alone. */
        private boolean opens() {
            return escaped || (!dollar && word.length() > 0 && word.charAt(word.length() - 1) == '$');
        }

        private boolean quoted() {
            return single || doubled || back || dollar;
        }

        private void take(char c) {
            if (escaped) {
                escaped = false;
                add(c);
            } else if (c == '\\' && !single) {
                escaped = true;
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                if (quoted()) {
                    word.append(c);
                } else {
                    end();
                }
            } else {
                quote(c);
            }
        }

        private void quote(char c) {
            if (c == '"' && !single && !dollar) {
                begun |= doubled;
                doubled = !doubled;
            } else if (c == '\'' && !doubled && !dollar) {
                begun |= single;
                single = !single;
            } else {
                if (c == '`' && !single && !doubled && !dollar) {
                    back = !back;
                } else if (c == '(' && !single && !doubled && !back) {
                    dollar = true;
                } else if (c == ')' && !single && !doubled && !back) {
                    dollar = !dollar;
                }
                add(c);
            }
        }

        private void add(char c) {
            word.append(c);
            begun = true;
        }

        private void end() {
            if (begun) {
                words.add(word.toString());
            }
            word.setLength(0);
            begun = false;
        }
    }
}
