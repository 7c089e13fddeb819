package dev.bulkhead.compose.fragment;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlDocument;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Elements of a Compose file, carried outside any project.
 *
 * @param sections what it declares by section ({@code services}, {@code networks}, {@code volumes}, {@code secrets},
 *     {@code configs}) and key
 */
public record Fragment(SequencedMap<String, SequencedMap<String, FieldValue.Fields>> sections) {

    /** The sections of a Compose file whose elements can be carried, those that others name first. */
    static final List<String> SECTIONS = List.of("networks", "volumes", "secrets", "configs", "services");

    /** Fields without which a mapping is no service. */
    private static final List<String> OF_A_SERVICE = List.of("image", "build", "extends");

    public Fragment {
        sections = new LinkedHashMap<>(sections);
    }

    /** Returns what a section declares. */
    SequencedMap<String, FieldValue.Fields> section(String name) {
        return sections.getOrDefault(name, new LinkedHashMap<>());
    }

    /**
     * Returns what a text declares: a whole Compose file, services with their names, or the fields of one service.
     *
     * @throws ComposeException if it is neither, with one sentence for the operator
     */
    public static Fragment parse(String text) throws ComposeException {
        Optional<MappingNode> root = YamlReader.parse("the clipboard", text.replace("\t", "  ")).documents().stream()
                .map(YamlDocument::root)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .findFirst();
        SequencedMap<String, SequencedMap<String, FieldValue.Fields>> found = new LinkedHashMap<>();
        if (root.isPresent()) {
            MappingNode map = root.get();
            if (SECTIONS.stream().anyMatch(section -> map.value(section).isPresent())) {
                SECTIONS.forEach(section -> map.value(section)
                        .map(node -> node.resolved())
                        .filter(MappingNode.class::isInstance)
                        .ifPresent(node -> found.put(section, elements((MappingNode) node))));
            } else if (isService(map)) {
                FieldValue.Fields body = FragmentValues.fields(map);
                found.put("services", new LinkedHashMap<>(Map.of(name(body), body)));
            } else if (map.entries().stream()
                    .allMatch(entry -> entry.value().resolved() instanceof MappingNode body && isService(body))) {
                found.put("services", elements(map));
            }
        }
        found.values().removeIf(Map::isEmpty);
        if (found.isEmpty()) {
            throw new ComposeException(
                    "The clipboard holds no services or networks; copy them here, or as YAML from a Compose file.");
        }
        return new Fragment(found);
    }

    private static boolean isService(MappingNode map) {
        return OF_A_SERVICE.stream().anyMatch(field -> map.value(field).isPresent());
    }

    private static SequencedMap<String, FieldValue.Fields> elements(MappingNode section) {
        SequencedMap<String, FieldValue.Fields> elements = new LinkedHashMap<>();
        for (MappingEntry entry : section.entries()) {
            if (!entry.isMerge()) {
                elements.put(
                        entry.name(),
                        entry.value().resolved() instanceof MappingNode body
                                ? FragmentValues.fields(body)
                                : FieldValue.fields());
            }
        }
        return elements;
    }

    /** A service that was copied without its name is called after its image. */
    private static String name(FieldValue.Fields body) {
        return body.fields().get("image") instanceof FieldValue.Written(String image)
                ? image.replaceFirst(".*/", "").replaceFirst("[:@$].*", "").replaceAll("[^a-zA-Z0-9._-]", "-")
                : "service";
    }
}
