package dev.bulkhead.migrate.iteration.secrets;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text of a {@code .env} or of an env file, line by line; it can hold secrets.
 *
 * @param text the text
 */
record EnvFile(String text) {

    private static final Pattern LINE =
            Pattern.compile("(?m)^(\\s*#?\\s*(?:export\\s+)?)([A-Za-z_][A-Za-z0-9_.]*)(\\s*[=:]\\s*)(.*)$");

    /** Returns whether it gives a variable a value. */
    boolean gives(String name) {
        return assigned(name).isPresent();
    }

    private Optional<Matcher> assigned(String name) {
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            if (!line.group(1).contains("#") && line.group(2).equals(name)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Returns the text without a variable; empty where its value goes on over several lines, or it has none. */
    Optional<EnvFile> without(String name) {
        Optional<Matcher> line = assigned(name);
        if (line.isEmpty() || goesOn(line.get().group(4).strip())) {
            return Optional.empty();
        }
        int end = Math.min(text.length(), line.get().end() + 1);
        if (line.get().end() < text.length() && text.charAt(line.get().end()) == '\r') {
            end = Math.min(text.length(), end + 1);
        }
        return Optional.of(new EnvFile(text.substring(0, line.get().start()) + text.substring(end)))
                .flatMap(rest -> rest.gives(name) ? rest.without(name) : Optional.of(rest));
    }

    /** Returns the one line of a variable with its end; empty where there are several, or its value goes on. */
    Optional<String> line(String name) {
        return without(name)
                .map(rest -> text.length() - rest.text().length())
                .flatMap(length -> assigned(name).map(line -> text.substring(line.start(), line.start() + length)))
                .filter(line -> text.indexOf(line) == text.lastIndexOf(line));
    }

    private static boolean goesOn(String value) {
        if (value.isEmpty()) {
            return false;
        }
        char quote = value.charAt(0);
        return (quote == '"' || quote == '\'') && value.indexOf(quote, 1) < 0;
    }

    /** Returns an example: every variable without its value, comments as they are, those that hold one without it. */
    String example(Set<String> moved) {
        return "# Copy to .env and fill in. What is a secret stands in a file of its own.\n"
                + text.lines()
                        .map(EnvFile::emptied)
                        .filter(line -> moved.stream().noneMatch(name -> line.equals(name + "=")))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String emptied(String line) {
        Matcher assigned = LINE.matcher(line);
        return assigned.matches()
                ? assigned.group(1) + assigned.group(2) + "="
                : line.startsWith("#") || line.isBlank() ? line : "";
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "EnvFile";
    }
}
