package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.Template;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.PlainScalars;
import dev.bulkhead.compose.load.value.ResetPaths;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import dev.bulkhead.compose.load.value.Values;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.ScalarStyle;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Converter of the nodes of one document to values: aliases and merge keys are resolved, variables replaced, {@code
 * !reset} parts left out and remembered.
 */
final class NodeConverter {

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    /** Fields of names and values, which can be lists of NAME=VALUE as well. */
    private static final Set<String> NAMED_VALUES =
            Set.of("labels", "environment", "annotations", "args", "sysctls", "extra_hosts");

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$(\\{[A-Za-z_]|[A-Za-z_])");

    private final LoadContext context;
    private final Variables variables;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<List<String>> resets = new ArrayList<>();
    private boolean insideOverride;

    private NodeConverter(LoadContext context, Variables variables) {
        this.context = context;
        this.variables = variables;
    }

    /**
     * Returns a document as a layer.
     *
     * @throws ComposeException if the document is no mapping, or a variable is missing or malformed
     */
    static DocumentLayer convert(YamlNode root, Variables variables, LoadContext context) throws ComposeException {
        NodeConverter converter = new NodeConverter(context, variables);
        Optional<Value> value = converter.value(root);
        if (value.isPresent() && value.get() instanceof MapValue map) {
            return new DocumentLayer(map, new ResetPaths(List.copyOf(converter.resets)));
        }
        throw Place.of(root)
                .fault("a Compose file is a mapping with keys such as services, but " + kind(root)
                        + " stands here; write services: and put the services below it.");
    }

    private static String kind(YamlNode root) {
        return switch (root.resolved()) {
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.isEmpty() -> "nothing";
            default -> "plain text";
        };
    }

    /** Returns what a node means; empty where it is taken away by {@code !reset}. */
    private Optional<Value> value(YamlNode written) throws ComposeException {
        YamlNode node = written.resolved();
        boolean override = false;
        if (!insideOverride && node.properties().tag().isPresent()) {
            String tag = node.properties().tag().get();
            override = tag.equals("!override");
            if (override || tag.equals("!reset")) {
                resets.add(List.copyOf(path));
            }
            if (tag.equals("!reset")) {
                return Optional.empty();
            }
        }
        insideOverride |= override;
        Value value = switch (node) {
            case MappingNode map -> map(map);
            case SequenceNode list -> list(list);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("an alias stands for itself");
        };
        insideOverride &= !override;
        return Optional.of(value);
    }

    private ListValue list(SequenceNode node) throws ComposeException {
        List<Value> items = new ArrayList<>(node.items().size());
        for (int i = 0; i < node.items().size(); i++) {
            path.addLast("[" + i + "]");
            value(node.items().get(i)).ifPresent(items::add);
            path.removeLast();
        }
        return new ListValue(Place.of(node), items);
    }

    private MapValue map(MappingNode node) throws ComposeException {
        Map<String, Field> fields = new LinkedHashMap<>();
        boolean merges = node.entries().stream().anyMatch(MappingEntry::isMerge);
        Set<String> explicit = new HashSet<>();
        if (merges) {
            node.entries().forEach(e -> explicit.add(e.name()));
        }
        for (MappingEntry entry : node.entries()) {
            if (entry.isMerge()) {
                merge(entry.value(), explicit, fields);
                continue;
            }
            requireText(entry);
            warnOfVariable(entry);
            path.addLast(entry.name());
            Optional<Value> value = value(entry.value());
            path.removeLast();
            if (value.isPresent()) {
                fields.put(entry.name(), new Field(Place.of(entry.key()), value.get()));
            }
        }
        return new MapValue(Place.of(node), fields);
    }

    /** Takes over the fields of mappings behind a merge key; the mapping's own fields win, then the earlier mapping. */
    private void merge(YamlNode written, Set<String> explicit, Map<String, Field> fields) throws ComposeException {
        switch (written.resolved()) {
            case MappingNode map -> {
                Optional<Value> value = value(map);
                if (value.isPresent() && value.get() instanceof MapValue merged) {
                    merged.fields().forEach((name, field) -> {
                        if (!explicit.contains(name)) {
                            fields.putIfAbsent(name, field);
                        }
                    });
                }
            }
            case SequenceNode list -> {
                for (YamlNode item : list.items()) {
                    if (!(item.resolved() instanceof MappingNode)) {
                        throw mergeFault(item);
                    }
                    merge(item, explicit, fields);
                }
            }
            default -> throw mergeFault(written);
        }
    }

    private static ComposeException mergeFault(YamlNode node) {
        return new ComposeException(
                node.mark(), "a merge key << takes a mapping or a list of mappings; name anchors of mappings.");
    }

    private void requireText(MappingEntry entry) throws ComposeException {
        boolean text = !(entry.key().resolved() instanceof ScalarNode scalar)
                || scalar.style() != ScalarStyle.PLAIN
                || scalar.properties().tag().isPresent()
                || PlainScalars.resolve(scalar.value()).kind() == Kind.STRING;
        if (!text) {
            throw new ComposeException(
                    entry.key().mark(),
                    "the key " + entry.name() + " is not text to YAML; put it in quotes: \"" + entry.name() + "\".");
        }
    }

    /** Values of variables are put into values alone (compose-go {@code interpolation}). */
    private void warnOfVariable(MappingEntry entry) {
        if (!path.isEmpty()
                && NAMED_VALUES.contains(path.getLast())
                && VARIABLE.matcher(entry.name()).find()) {
            context.warn(
                    Place.of(entry.key()),
                    "The key " + entry.name() + " is taken as it stands, since Compose puts values into no keys;"
                            + " write " + path.getLast() + " as a list of NAME=VALUE, where it does.");
        }
    }

    private ScalarValue scalar(ScalarNode node) throws ComposeException {
        Place place = Place.of(node);
        PlainScalars.Resolved resolved = type(node);
        if (resolved.kind() != Kind.STRING) {
            return new ScalarValue(place, resolved.kind(), resolved.text());
        }
        try {
            String text = new Template(variables::lookup, name -> warnUnset(place, name)).resolve(node.value());
            return Values.string(place, text);
        } catch (Template.Fault e) {
            throw place.fault(String.valueOf(e.getMessage()));
        }
    }

    private static PlainScalars.Resolved type(ScalarNode node) {
        String tag = node.properties().tag().orElse("");
        boolean untagged = tag.isEmpty() || tag.equals("!override");
        if (untagged && node.style() != ScalarStyle.PLAIN) {
            return new PlainScalars.Resolved(Kind.STRING, node.value());
        }
        boolean typed = tag.startsWith(STANDARD_TAG) && !tag.equals(STANDARD_TAG + "str");
        return untagged || typed
                ? PlainScalars.resolve(node.value())
                : new PlainScalars.Resolved(Kind.STRING, node.value());
    }

    private void warnUnset(Place place, String name) {
        context.warn(
                place,
                "the variable " + name + " is not set and stands for nothing; set it in .env, or write ${" + name
                        + ":-default}.");
    }
}
