package dev.bulkhead.proxy.traefik;

import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Text of a dynamic file of Traefik with a router and a service more; nothing else in it changes. */
public final class DynamicFileText {

    /** Lines that come after an offset. */
    private record Insertion(int offset, String lines) {}

    private DynamicFileText() {}

    /**
     * Returns the text with lines added to the routers and services under {@code http}; empty where these stand in braces,
     * which lines cannot be added to.
     */
    public static Optional<String> with(String text, YamlFields root, List<String> router, List<String> service) {
        List<Insertion> insertions = new ArrayList<>();
        boolean possible =
                plan(text, root, "routers", router, insertions) && plan(text, root, "services", service, insertions);
        if (!possible) {
            return Optional.empty();
        }
        // From the end, so that offsets stay true; of two at one place the later section is put in first.
        StringBuilder changed = new StringBuilder(text);
        insertions.reversed().stream()
                .sorted(Comparator.comparingInt(Insertion::offset).reversed())
                .forEach(insertion -> changed.insert(insertion.offset(), insertion.lines()));
        return Optional.of(changed.toString());
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
