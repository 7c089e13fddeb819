package dev.bulkhead.topology.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Option of a command and its value: {@code --name=value}, {@code --name value} or {@code NAME=value}.
 *
 * @param name with the dashes before it
 * @param value can be a secret: never print or log it; empty where none follows
 */
public record CommandOption(String name, String value) {

    /** Returns single words: one that a shell reads, such as that behind {@code sh -c}, is a line of its own. */
    public static List<String> words(List<String> command) {
        return command.stream()
                .flatMap(word -> word.isBlank() || word.strip().chars().noneMatch(Character::isWhitespace)
                        ? Stream.of(word)
                        : Stream.of(word.strip().split("\\s+", -1)).map(CommandOption::bare))
                .toList();
    }

    /** Returns the options among single words; what a shell fills in is no value. */
    public static List<CommandOption> in(List<String> words) {
        List<CommandOption> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (equals > 0) {
                add(options, word.substring(0, equals), bare(word.substring(equals + 1)));
            } else if (word.startsWith("-")
                    && i + 1 < words.size()
                    && !words.get(i + 1).startsWith("-")) {
                add(options, word, words.get(i + 1));
            }
        }
        return options;
    }

    private static void add(List<CommandOption> options, String name, String value) {
        if (!value.contains("$")) {
            options.add(new CommandOption(name, value));
        }
    }

    /** Quotes and what ends a command of a shell belong to no value. */
    private static String bare(String word) {
        return word.replaceAll("^[\"'(]+|[\"';)]+$", "");
    }

    /** Leaves out the value, which can be a secret. */
    @Override
    public String toString() {
        return "CommandOption[name=" + name + "]";
    }
}
