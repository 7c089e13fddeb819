package dev.bulkhead.compose.stack;

import dev.bulkhead.compose.load.source.Template;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.PlainScalars;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.ScalarStyle;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Converter of the nodes of a file to values, as {@code docker stack deploy} reads them; it notes what Compose reads otherwise. */
final class StackConverter {

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    private final Function<String, Optional<String>> ofStack;
    private final Function<String, Optional<String>> ofCompose;
    private final List<StackNote> notes = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    /**
     * Makes a converter.
     *
     * @param ofStack what variables the command has
     * @param ofCompose what variables Compose has, those of {@code .env} among them
     */
    StackConverter(Function<String, Optional<String>> ofStack, Function<String, Optional<String>> ofCompose) {
        this.ofStack = ofStack;
        this.ofCompose = ofCompose;
    }

    List<StackNote> notes() {
        return List.copyOf(notes);
    }

    Value value(YamlNode written) {
        YamlNode node = written.resolved();
        node.properties()
                .tag()
                .filter(tag -> tag.equals("!reset") || tag.equals("!override"))
                .ifPresent(tag -> notes.add(new StackNote.PassedOver(Place.of(node), List.copyOf(path), tag)));
        return switch (node) {
            case MappingNode map -> map(map);
            case SequenceNode list -> {
                List<Value> items = new ArrayList<>(list.items().size());
                path.addLast("[]");
                list.items().forEach(item -> items.add(value(item)));
                path.removeLast();
                yield new ListValue(Place.of(list), items);
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("an alias stands for itself");
        };
    }

    private MapValue map(MappingNode node) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<String> explicit = new HashSet<>();
        node.entries().stream().filter(entry -> !entry.isMerge()).forEach(entry -> explicit.add(entry.name()));
        for (MappingEntry entry : node.entries()) {
            if (entry.isMerge()) {
                merge(entry.value(), explicit, fields);
                continue;
            }
            path.addLast(entry.name());
            fields.put(entry.name(), new Field(Place.of(entry.key()), value(entry.value())));
            path.removeLast();
        }
        return new MapValue(Place.of(node), fields);
    }

    private void merge(YamlNode written, Set<String> explicit, Map<String, Field> fields) {
        switch (written.resolved()) {
            case MappingNode map ->
                map(map).fields().forEach((name, field) -> {
                    if (!explicit.contains(name)) {
                        fields.putIfAbsent(name, field);
                    }
                });
            case SequenceNode list -> list.items().forEach(item -> merge(item, explicit, fields));
            default -> {
                // The reader of the project has told of it.
            }
        }
    }

    private ScalarValue scalar(ScalarNode node) {
        Place place = Place.of(node);
        PlainScalars.Resolved resolved = type(node);
        if (resolved.kind() != Kind.STRING) {
            // A date is text by the time the schema sees it.
            Kind kind = resolved.kind() == Kind.TIMESTAMP ? Kind.STRING : resolved.kind();
            return new ScalarValue(place, kind, resolved.text());
        }
        String written = node.value();
        if (written.indexOf('$') < 0) {
            return new ScalarValue(place, Kind.STRING, written);
        }
        try {
            String read = new StackTemplate(ofStack).resolve(written);
            compare(place, written);
            Kind kind = read.equals(written) ? Kind.STRING : StackCasts.at(path);
            Optional<String> cast = StackCasts.cast(kind, read);
            if (cast.isEmpty()) {
                unreadable(place, "is no number or switch once its variables are replaced without .env");
            }
            return new ScalarValue(place, cast.isEmpty() ? Kind.NULL : kind, cast.orElse(""));
        } catch (StackTemplate.Fault fault) {
            unreadable(place, String.valueOf(fault.getMessage()));
            return new ScalarValue(place, Kind.STRING, written);
        }
    }

    private void unreadable(Place place, String why) {
        notes.add(new StackNote.Unreadable(place, List.copyOf(path), why));
    }

    /** Tells one form from another by what comes of it, with the same variables on both sides. */
    private void compare(Place place, String written) throws StackTemplate.Fault {
        Set<String> missing = new LinkedHashSet<>();
        String withAll = new StackTemplate(name -> {
                    Optional<String> value = ofCompose.apply(name);
                    if (value.isPresent() && !value.equals(ofStack.apply(name))) {
                        missing.add(name);
                    }
                    return value;
                })
                .resolve(written);
        missing.forEach(name -> notes.add(new StackNote.OnlyForCompose(place, List.copyOf(path), name)));
        try {
            if (!new Template(ofCompose, _ -> {}).resolve(written).equals(withAll)) {
                notes.add(new StackNote.ReadOtherwise(place, List.copyOf(path)));
            }
        } catch (Template.Fault refusedByCompose) {
            // Compose refuses it, which the reader of the project tells.
            return;
        }
    }

    private static PlainScalars.Resolved type(ScalarNode node) {
        String tag = node.properties().tag().orElse("");
        boolean plain = tag.isEmpty() || tag.equals("!override") || tag.equals("!reset");
        if (plain && node.style() != ScalarStyle.PLAIN) {
            return new PlainScalars.Resolved(Kind.STRING, node.value());
        }
        boolean typed = tag.startsWith(STANDARD_TAG) && !tag.equals(STANDARD_TAG + "str");
        return plain || typed
                ? PlainScalars.resolve(node.value())
                : new PlainScalars.Resolved(Kind.STRING, node.value());
    }
}
