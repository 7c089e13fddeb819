package dev.bulkhead.compose.fragment;

import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.ScalarStyle;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Values of a file as they stand there, variables included, without what ties them to it: anchors, aliases, merge keys. */
final class FragmentValues {

    private static final Pattern LITERAL = Pattern.compile("true|false|null|-?[0-9]+(\\.[0-9]+)?");

    private FragmentValues() {}

    static FieldValue.Fields fields(MappingNode map) {
        SequencedMap<String, FieldValue> fields = new LinkedHashMap<>();
        for (MappingNode source : ServiceSite.sources(map).reversed()) {
            fields.putAll(fields(source).fields());
        }
        for (MappingEntry entry : map.entries()) {
            if (!entry.isMerge()) {
                fields.put(entry.name(), value(entry.value()));
            }
        }
        return new FieldValue.Fields(fields);
    }

    static FieldValue value(YamlNode node) {
        return switch (node.resolved()) {
            case MappingNode map -> fields(map);
            case SequenceNode list ->
                new FieldValue.Items(
                        list.items().stream().map(FragmentValues::value).toList());
            case ScalarNode scalar when scalar.isEmpty() -> new FieldValue.Literal("null");
            case ScalarNode scalar
            when scalar.style() == ScalarStyle.PLAIN
                    && LITERAL.matcher(scalar.value()).matches() -> new FieldValue.Literal(scalar.value());
            case ScalarNode scalar -> new FieldValue.Written(scalar.value());
            case AliasNode alias -> value(alias.target());
        };
    }

    /** Returns what two files say of one element together: as Compose puts them together, the later one wins. */
    static FieldValue.Fields merged(FieldValue.Fields first, FieldValue.Fields later) {
        FieldValue.Fields result = first;
        for (var entry : later.fields().entrySet()) {
            FieldValue old = first.fields().getOrDefault(entry.getKey(), new FieldValue.Literal("null"));
            result = result.with(entry.getKey(), merged(old, entry.getValue()));
        }
        return result;
    }

    private static FieldValue merged(FieldValue first, FieldValue later) {
        if (first instanceof FieldValue.Fields a && later instanceof FieldValue.Fields b) {
            return merged(a, b);
        }
        if (first instanceof FieldValue.Items(List<FieldValue> a)
                && later instanceof FieldValue.Items(List<FieldValue> b)) {
            List<FieldValue> both = new ArrayList<>(a);
            b.stream().filter(item -> !both.contains(item)).forEach(both::add);
            return new FieldValue.Items(both);
        }
        return later;
    }

    /** Returns a value as it is written into a text again. */
    static YamlValue written(FieldValue value) {
        return switch (value) {
            case FieldValue.Written(String text) -> new YamlValue.Text(text);
            case FieldValue.Text(String text) -> new YamlValue.Text(text.replace("$", "$$"));
            case FieldValue.Literal(String text) when text.equals("null") -> new YamlValue.Nothing();
            case FieldValue.Literal(String text) -> new YamlValue.Raw(text);
            case FieldValue.Items(List<FieldValue> items) ->
                new YamlValue.Items(items.stream().map(FragmentValues::written).toList());
            case FieldValue.Fields fields -> {
                SequencedMap<String, YamlValue> written = new LinkedHashMap<>();
                fields.fields().forEach((name, each) -> written.put(name, written(each)));
                yield new YamlValue.Fields(written);
            }
        };
    }
}
