package dev.bulkhead.proxy.traefik;

import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Text of a dynamic file of Traefik with a router and a service more, or a middleware; nothing else in it changes. */
public final class DynamicFileText {

    /** Text that comes at an offset. */
    private record Insertion(int offset, String lines) {}

    /**
     * Text that a scalar means instead.
     *
     * @param scalar the scalar as it stands
     */
    public record Replacement(YamlNode scalar, String value) {}

    private DynamicFileText() {}

    /** Returns the text with other values of scalars, each quoted as it was. */
    public static String replaced(String text, List<Replacement> replacements) {
        StringBuilder changed = new StringBuilder(text);
        replacements.stream()
                .sorted(Comparator.comparingInt(
                                (Replacement one) -> one.scalar().start())
                        .reversed())
                .forEach(one -> changed.replace(
                        one.scalar().contentStart(),
                        one.scalar().end(),
                        quoted(text.charAt(one.scalar().contentStart()), one.value())));
        return changed.toString();
    }

    private static String quoted(char first, String value) {
        return switch (first) {
            case '"' -> "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case '\'' -> "'" + value.replace("'", "''") + "'";
            default -> value;
        };
    }

    /**
     * Returns the text with lines added to the routers and services under {@code http}; empty where these stand in braces,
     * which lines cannot be added to.
     */
    public static Optional<String> with(String text, YamlFields root, List<String> router, List<String> service) {
        List<Insertion> insertions = new ArrayList<>();
        boolean possible =
                plan(text, root, "routers", router, insertions) && plan(text, root, "services", service, insertions);
        return possible ? Optional.of(inserted(text, insertions)) : Optional.empty();
    }

    /**
     * Returns the text with a middleware before all others of some routers; empty where these stand in braces, which lines
     * cannot be added to.
     *
     * @param definition lines that define the middleware; none where it is defined elsewhere
     */
    public static Optional<String> guarded(
            String text, YamlFields root, List<MappingEntry> routers, String middleware, List<String> definition) {
        List<Insertion> insertions = new ArrayList<>();
        boolean possible = definition.isEmpty() || plan(text, root, "middlewares", definition, insertions);
        for (MappingEntry router : routers) {
            YamlFields fields = new YamlFields(Optional.of(router.value().resolved()));
            Optional<YamlNode> present = fields.child("middlewares").node();
            if (present.isEmpty()) {
                possible &= fields.mapping()
                        .filter(mapping ->
                                insert(text, mapping, List.of("middlewares: [" + middleware + "]"), insertions))
                        .isPresent();
            } else if (present.get() instanceof SequenceNode list
                    && !list.items().isEmpty()) {
                int first = list.items().getFirst().start();
                int line = text.lastIndexOf('\n', first - 1) + 1;
                String upTo = text.substring(line, first);
                insertions.add(
                        upTo.strip().equals("-")
                                ? new Insertion(line, upTo + middleware + "\n")
                                : new Insertion(first, middleware + ", "));
            } else {
                possible = false;
            }
        }
        return possible ? Optional.of(inserted(text, insertions)) : Optional.empty();
    }

    private static String inserted(String text, List<Insertion> insertions) {
        // From the end, so that offsets stay true; of two at one place the later section is put in first.
        StringBuilder changed = new StringBuilder(text);
        insertions.reversed().stream()
                .sorted(Comparator.comparingInt(Insertion::offset).reversed())
                .forEach(insertion -> changed.insert(insertion.offset(), insertion.lines()));
        return changed.toString();
    }

    private static boolean plan(
            String text, YamlFields root, String section, List<String> lines, List<Insertion> insertions) {
        YamlFields http = root.child("http");
        Optional<MappingNode> present = http.child(section).mapping();
        if (present.isPresent()) {
            return insert(text, present.get(), lines, insertions);
        }
        if (http.has(section) && http.child(section).text().isPresent()) {
            return false;
        }
        List<String> nested = new ArrayList<>();
        nested.add(section + ":");
        lines.forEach(line -> nested.add("  " + line));
        return !http.has(section)
                && http.mapping().isPresent()
                && insert(text, http.mapping().get(), nested, insertions);
    }

    private static boolean insert(String text, MappingNode mapping, List<String> lines, List<Insertion> insertions) {
        if (mapping.flow() || mapping.entries().isEmpty()) {
            return false;
        }
        int first = mapping.entries().getFirst().key().start();
        String indent = " ".repeat(first - text.lastIndexOf('\n', first - 1) - 1);
        int newline = text.indexOf('\n', mapping.end());
        int offset = newline < 0 ? text.length() : newline;
        StringBuilder added = new StringBuilder();
        lines.forEach(line -> added.append('\n').append(indent).append(line));
        insertions.add(new Insertion(offset, added.toString()));
        return true;
    }
}
