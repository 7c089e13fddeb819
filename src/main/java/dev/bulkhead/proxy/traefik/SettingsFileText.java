package dev.bulkhead.proxy.traefik;

import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Text of a YAML file of Traefik in which single settings get a value; nothing else in it changes. */
public final class SettingsFileText {

    private SettingsFileText() {}

    /**
     * Returns the text with a setting; empty where what is around it stands in braces, which lines cannot be added to.
     *
     * @param path names from the top down
     * @param value the value as YAML writes it in one line
     */
    public static Optional<String> set(String text, List<String> path, String value) {
        YamlFields at = YamlFields.of("settings", text);
        if (at.mapping().isEmpty()) {
            return text.isBlank() || text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))
                    ? Optional.of(text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n")
                            + lines(path, value, "").substring(1) + "\n")
                    : Optional.empty();
        }
        int depth = 0;
        while (depth < path.size() - 1
                && at.child(path.get(depth))
                        .mapping()
                        .filter(m -> !m.entries().isEmpty())
                        .isPresent()) {
            at = at.child(path.get(depth));
            depth++;
        }
        List<String> rest = path.subList(depth, path.size());
        MappingNode around = at.mapping().orElseThrow();
        Optional<YamlNode> present = around.value(rest.getFirst());
        if (present.isPresent()) {
            return rest.size() == 1 ? Optional.of(replaced(text, present.get(), value)) : Optional.empty();
        }
        if (around.flow()) {
            return Optional.empty();
        }
        int first = around.entries().getFirst().key().start();
        String indent = " ".repeat(first - text.lastIndexOf('\n', first - 1) - 1);
        int newline = text.indexOf('\n', around.end());
        int offset = newline < 0 ? text.length() : newline;
        return Optional.of(text.substring(0, offset) + lines(rest, value, indent) + text.substring(offset));
    }

    /** Returns the text without a setting that stands in lines of its own; empty where it does not. */
    public static Optional<String> without(String text, List<String> path) {
        YamlFields at = YamlFields.of("settings", text);
        for (String name : path.subList(0, path.size() - 1)) {
            at = at.child(name);
        }
        return at.mapping()
                .filter(mapping -> !mapping.flow() && mapping.entries().size() > 1)
                .flatMap(mapping -> mapping.entries().stream()
                        .filter(entry -> entry.name().equals(path.getLast()))
                        .findFirst())
                .map(entry -> {
                    int begins = text.lastIndexOf('\n', entry.key().start()) + 1;
                    int newline = text.indexOf('\n', entry.value().end());
                    return text.substring(0, begins) + (newline < 0 ? "" : text.substring(newline + 1));
                });
    }

    private static String replaced(String text, YamlNode present, String value) {
        return text.substring(0, present.start()) + value + text.substring(present.end());
    }

    private static String lines(List<String> path, String value, String indent) {
        StringBuilder lines = new StringBuilder();
        String deeper = indent;
        for (int i = 0; i < path.size(); i++) {
            lines.append('\n').append(deeper).append(path.get(i)).append(':');
            deeper += "  ";
        }
        return lines.append(' ').append(value).toString();
    }
}
