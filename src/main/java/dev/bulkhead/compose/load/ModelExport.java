package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.load.model.Model;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.SourceText;
import dev.bulkhead.compose.yaml.YamlFile;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Export of the finished model, with the variables that stood in the files. */
final class ModelExport {

    /** What a scalar says that holds variables, by the file and the offset where it stands. */
    private final Map<SourceText, Map<Integer, String>> templates = new HashMap<>();

    ModelExport(Collection<YamlFile> files) {
        for (YamlFile file : files) {
            Map<Integer, String> found = new HashMap<>();
            file.documents().forEach(document -> collect(document.root(), found));
            templates.put(file.source(), found);
        }
    }

    private static void collect(YamlNode node, Map<Integer, String> found) {
        switch (node) {
            case MappingNode map -> map.entries().forEach(entry -> collect(entry.value(), found));
            case SequenceNode list -> list.items().forEach(item -> collect(item, found));
            case ScalarNode scalar -> {
                if (scalar.value().indexOf('$') >= 0) {
                    found.put(Place.of(scalar).offset(), scalar.value());
                }
            }
            default -> {
                // An alias stands for a node that is collected where it is anchored.
            }
        }
    }

    SequencedMap<String, ResolvedValue.Fields> sections(Model model) {
        SequencedMap<String, ResolvedValue.Fields> sections = new LinkedHashMap<>();
        for (String section : Model.SECTIONS) {
            sections.put(section, fields(model.section(section)));
        }
        return sections;
    }

    private ResolvedValue.Fields fields(Map<String, Field> fields) {
        SequencedMap<String, ResolvedValue> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, value(field.value())));
        return new ResolvedValue.Fields(values);
    }

    private ResolvedValue value(Value value) {
        return switch (value) {
            case MapValue map -> fields(map.fields());
            case ListValue list ->
                new ResolvedValue.Items(list.items().stream().map(this::value).toList());
            case ScalarValue scalar ->
                new ResolvedValue.Scalar(
                        scalar.text(),
                        scalar.isString(),
                        template(scalar.place()),
                        scalar.place().mark());
        };
    }

    private Optional<String> template(Place place) {
        return Optional.ofNullable(
                templates.getOrDefault(place.source(), Map.of()).get(place.offset()));
    }
}
