package dev.bulkhead.proxy.traefik;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Constraints of Traefik's Docker provider: which containers it looks at, by an expression over their labels (Traefik
 * documentation, Docker provider, {@code constraints}).
 */
public final class TraefikConstraints {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(&&|\\|\\||!|\\(|\\))|(Label|LabelRegex)\\(\\s*([`\"])(.*?)\\3\\s*,\\s*([`\"])(.*?)\\5\\s*\\))\\s*");

    /** Operators, parentheses, and calls already turned into {@code true} or {@code false}. */
    private final List<String> tokens;

    private int at;

    private TraefikConstraints(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Returns whether labels meet an expression; empty where it cannot be read. */
    public static Optional<Boolean> met(String expression, Map<String, String> labels) {
        return tokens(expression, labels).flatMap(tokens -> {
            TraefikConstraints constraints = new TraefikConstraints(tokens);
            Optional<Boolean> met = constraints.either();
            return constraints.at == tokens.size() ? met : Optional.empty();
        });
    }

    private static Optional<List<String>> tokens(String expression, Map<String, String> labels) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(expression);
        int end = 0;
        while (token.lookingAt()) {
            Optional<String> text = Optional.ofNullable(token.group(1)).or(() -> call(token, labels));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            tokens.add(text.get());
            end = token.end();
            token.region(end, expression.length());
        }
        return end == expression.length() ? Optional.of(tokens) : Optional.empty();
    }

    private static Optional<String> call(Matcher token, Map<String, String> labels) {
        Optional<String> label = Optional.ofNullable(labels.get(token.group(4)));
        String wanted = token.group(6);
        if (token.group(2).equals("Label")) {
            return Optional.of(Boolean.toString(label.filter(wanted::equals).isPresent()));
        }
        try {
            Pattern pattern = Pattern.compile(wanted);
            return Optional.of(Boolean.toString(
                    label.filter(text -> pattern.matcher(text).find()).isPresent()));
        } catch (PatternSyntaxException unknownHere) {
            return Optional.empty();
        }
    }

    private Optional<Boolean> either() {
        Optional<Boolean> met = both();
        while (takes("||")) {
            Optional<Boolean> other = both();
            met = met.flatMap(a -> other.map(b -> a || b));
        }
        return met;
    }

    private Optional<Boolean> both() {
        Optional<Boolean> met = single();
        while (takes("&&")) {
            Optional<Boolean> other = single();
            met = met.flatMap(a -> other.map(b -> a && b));
        }
        return met;
    }

    private Optional<Boolean> single() {
        if (takes("!")) {
            return single().map(met -> !met);
        }
        if (takes("(")) {
            Optional<Boolean> met = either();
            return takes(")") ? met : Optional.empty();
        }
        if (takes("true")) {
            return Optional.of(true);
        }
        return takes("false") ? Optional.of(false) : Optional.empty();
    }

    private boolean takes(String token) {
        boolean next = at < tokens.size() && tokens.get(at).equals(token);
        at += next ? 1 : 0;
        return next;
    }
}
