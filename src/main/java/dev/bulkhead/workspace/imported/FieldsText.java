package dev.bulkhead.workspace.imported;

import dev.bulkhead.compose.export.YamlText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writer of fields as the text of a Compose file. */
final class FieldsText {

    private final YamlText yaml = new YamlText();

    /** Adds comments at the beginning of the file or behind what stands there. */
    FieldsText comments(List<String> comments) {
        comments.forEach(comment -> yaml.comment(0, comment));
        return this;
    }

    /** Adds a top-level field. */
    FieldsText field(String name, @Nullable Object value) {
        value(0, name, value);
        return this;
    }

    /** Adds services, each with comments. */
    FieldsText services(Map<String, Map<String, @Nullable Object>> services, Map<String, List<String>> comments) {
        yaml.line(0, services.isEmpty() ? "services: {}" : "services:");
        services.forEach((key, fields) -> {
            yaml.line(1, name(key) + ":");
            comments.getOrDefault(key, List.of()).forEach(comment -> yaml.comment(2, comment));
            fields.forEach((name, value) -> value(2, name, value));
        });
        return this;
    }

    private void value(int depth, String name, @Nullable Object value) {
        String key = name(name) + ":";
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> yaml.line(depth, key + " {}");
            case Map<?, ?> map -> {
                yaml.line(depth, key);
                map.forEach((field, each) -> value(depth + 1, String.valueOf(field), each));
            }
            case List<?> list when list.isEmpty() -> yaml.line(depth, key + " []");
            case List<?> list -> {
                yaml.line(depth, key);
                list.forEach(each -> item(depth + 1, each));
            }
            case null -> yaml.line(depth, key);
            default -> yaml.line(depth, key + " " + scalar(value));
        }
    }

    /** The first field of a mapping stands behind the dash, the others below it. */
    private void item(int depth, Object item) {
        if (item instanceof Map<?, ?> map) {
            String dash = "- ";
            for (Map.Entry<?, ?> field : map.entrySet()) {
                String key = String.valueOf(field.getKey());
                Object value = field.getValue();
                if (dash.isBlank() || value instanceof Map<?, ?> || value instanceof List<?>) {
                    value(depth + 1, key, value);
                } else {
                    yaml.line(depth, dash + name(key) + ": " + scalar(value));
                }
                dash = "";
            }
        } else {
            yaml.line(depth, "- " + scalar(item));
        }
    }

    private static String scalar(Object value) {
        return switch (value) {
            case HiddenSecrets.Template(String text) -> YamlText.quotedTemplate(text);
            case String text -> YamlText.quoted(text);
            default -> String.valueOf(value);
        };
    }

    /** Compose puts no variables into names, so that a dollar sign in one means itself. */
    private static String name(String name) {
        return YamlText.quotedTemplate(name);
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
