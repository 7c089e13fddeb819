package dev.bulkhead.check.stack.make;

import dev.bulkhead.check.stack.StackTables;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Items;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import dev.bulkhead.compose.schema.StackSchema;
import dev.bulkhead.compose.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Taking away of what a stack refuses or drops and for which no other form was found; each is said to be lost. */
final class StackPruning {

    /** Keys of which only the form of the value is refused, which is the right one by now. */
    private static final Set<String> FORMS = Set.of(
            "services.*.deploy.resources.limits.cpus",
            "services.*.deploy.resources.reservations.cpus",
            "services.*.env_file.[]",
            "services.*.ports.[].published",
            "services.*.volumes.[].tmpfs.size");

    /** Keys that mean nothing to Compose either. */
    private static final Set<String> NOTHING = Set.of("expose", "create_host_path", "priority", "name", "app_protocol");

    private static final Place NOWHERE = new Place(new SourceText("", ""), 0);

    private final List<StackChoice> choices;
    private final Set<List<String>> unknown = new HashSet<>();

    StackPruning(List<StackChoice> choices) {
        this.choices = choices;
    }

    Map<String, Fields> prune(Map<String, Fields> sections) {
        Map<String, Field> root = new LinkedHashMap<>();
        sections.forEach((name, fields) -> root.put(name, new Field(NOWHERE, value(fields))));
        StackSchema.bundled().check(new MapValue(NOWHERE, root), StackSchema.NEWEST, misfit -> {
            if (misfit.unknown()) {
                unknown.add(misfit.path());
            }
        });
        Map<String, Fields> kept = new LinkedHashMap<>();
        List<String> path = new ArrayList<>();
        sections.forEach((name, fields) -> {
            path.addLast(name);
            kept.put(name, fields(fields, path));
            path.removeLast();
        });
        return kept;
    }

    private static Value value(ResolvedValue value) {
        return switch (value) {
            case Scalar scalar -> new ScalarValue(NOWHERE, scalar.string() ? Kind.STRING : Kind.INTEGER, scalar.text());
            case Items list ->
                new ListValue(
                        NOWHERE, list.items().stream().map(StackPruning::value).toList());
            case Fields map -> {
                Map<String, Field> fields = new LinkedHashMap<>();
                map.fields().forEach((name, field) -> fields.put(name, new Field(NOWHERE, value(field))));
                yield new MapValue(NOWHERE, fields);
            }
        };
    }

    private ResolvedValue kept(ResolvedValue value, List<String> path) {
        return switch (value) {
            case Scalar scalar -> scalar;
            case Fields map -> fields(map, path);
            case Items list -> {
                path.addLast("[]");
                List<ResolvedValue> items =
                        list.items().stream().map(item -> kept(item, path)).toList();
                path.removeLast();
                yield new Items(items);
            }
        };
    }

    private Fields fields(Fields map, List<String> path) {
        SequencedMap<String, ResolvedValue> fields = new LinkedHashMap<>();
        map.fields().forEach((name, value) -> {
            path.addLast(name);
            if (!name.startsWith("x-") && !isLost(path, value)) {
                fields.put(name, kept(value, path));
            }
            path.removeLast();
        });
        return new Fields(fields);
    }

    private boolean isLost(List<String> path, ResolvedValue value) {
        if (path.size() < 3 || FORMS.contains(form(path))) {
            return false;
        }
        Optional<StackTables.Loss> loss = StackTables.loss(path);
        boolean lost = loss.isPresent() || unknown.contains(path);
        if (lost && Tree.says(value) && !NOTHING.contains(path.getLast())) {
            String words = loss.map(known -> (known.meaning().isEmpty() ? "a stack has no such key" : known.meaning())
                            + ". "
                            + known.remedy())
                    .orElse("a stack has no such key, and nothing of it does the same.");
            StackChoice choice = new StackChoice(
                    path.getFirst().replaceFirst("s$", "") + " " + path.get(1),
                    String.join(".", path.subList(2, path.size())).replace(".[]", "[]"),
                    StackChoice.Kind.LOST,
                    words);
            if (!choices.contains(choice)) {
                choices.add(choice);
            }
        }
        return lost;
    }

    private static String form(List<String> path) {
        List<String> parts = new ArrayList<>(path);
        parts.set(1, "*");
        return String.join(".", parts);
    }
}
