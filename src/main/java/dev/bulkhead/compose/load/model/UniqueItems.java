package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Lists without the repeated entries that merging leaves: a later entry with the same key takes the place of the
 * earlier one (compose-go {@code override/uncity.go}).
 */
final class UniqueItems {

    private static final Set<String> KEYED_TEXTS = Set.of(
            "annotations",
            "cap_add",
            "cap_drop",
            "dns",
            "dns_opt",
            "dns_search",
            "environment",
            "expose",
            "labels",
            "links",
            "profiles",
            "sysctls",
            "tmpfs");

    private static final List<String> BUILD_TEXTS = List.of("args", "additional_contexts", "tags", "labels");

    private UniqueItems() {}

    static MapValue service(MapValue service) {
        Map<String, Field> changed = new LinkedHashMap<>();
        service.fields().forEach((name, field) -> {
            Value value = field.value();
            Value unique = value instanceof ListValue list ? serviceList(name, list) : value;
            if (value instanceof MapValue map) {
                unique = switch (name) {
                    case "networks" -> attachments(map);
                    case "build" -> uniqueLists(map, BUILD_TEXTS);
                    case "deploy" -> uniqueLists(map, List.of("labels"));
                    default -> map;
                };
            }
            changed.put(name, new Field(field.key(), unique));
        });
        return new MapValue(service.place(), changed);
    }

    static Value network(Value network) {
        return network instanceof MapValue map && map.get("labels").orElse(map) instanceof ListValue labels
                ? map.withValue("labels", unique(labels, UniqueItems::textKey))
                : network;
    }

    private static Value serviceList(String field, ListValue list) {
        return switch (field) {
            case "ports" -> unique(list, UniqueItems::portKey);
            case "volumes" -> unique(list, UniqueItems::volumeKey);
            case "env_file" -> unique(list, UniqueItems::envFileKey);
            case "secrets" -> unique(list, item -> mountKey("/run/secrets/", item));
            case "configs" -> unique(list, item -> mountKey("/", item));
            default -> KEYED_TEXTS.contains(field) ? unique(list, UniqueItems::textKey) : list;
        };
    }

    private static MapValue attachments(MapValue networks) {
        Map<String, Field> fields = new LinkedHashMap<>();
        networks.fields().forEach((name, field) -> {
            Value value = field.value() instanceof MapValue attachment
                    ? uniqueLists(attachment, List.of("aliases", "link_local_ips"))
                    : field.value();
            fields.put(name, new Field(field.key(), value));
        });
        return new MapValue(networks.place(), fields);
    }

    private static MapValue uniqueLists(MapValue map, List<String> fields) {
        MapValue result = map;
        for (String field : fields) {
            if (map.get(field).orElse(map) instanceof ListValue list) {
                result = result.withValue(field, unique(list, UniqueItems::textKey));
            }
        }
        return result;
    }

    private static ListValue unique(ListValue list, Function<Value, Optional<String>> key) {
        List<Value> items = new ArrayList<>(list.items().size());
        Map<String, Integer> positions = new HashMap<>();
        for (Value item : list.items()) {
            Optional<String> itemKey = key.apply(item);
            Integer known = itemKey.isEmpty() ? null : positions.get(itemKey.get());
            if (known != null) {
                items.set(known, item);
            } else {
                itemKey.ifPresent(k -> positions.put(k, items.size()));
                items.add(item);
            }
        }
        return items.size() == list.items().size() ? list : new ListValue(list.place(), items);
    }

    private static Optional<String> textKey(Value item) {
        if (!(item instanceof ScalarValue scalar)) {
            return Optional.empty();
        }
        int equals = scalar.text().indexOf('=');
        return Optional.of(equals < 0 ? scalar.text() : scalar.text().substring(0, equals));
    }

    /** Tells ports apart as Compose does, to which {@code published: 80} and {@code published: "80"} are different. */
    private static Optional<String> portKey(Value item) {
        if (item instanceof ScalarValue scalar) {
            return Optional.of(scalar.text());
        }
        if (!(item instanceof MapValue port)) {
            return Optional.empty();
        }
        String published = port.get("published")
                .map(v -> (v instanceof ScalarValue s && s.kind() == Kind.INTEGER ? "number " : "") + text(v))
                .orElse("none");
        String host = port.get("host_ip").map(UniqueItems::text).orElse("0.0.0.0");
        String protocol = port.get("protocol").map(UniqueItems::text).orElse("tcp");
        return port.get("target").map(target -> host + ":" + published + ":" + text(target) + "/" + protocol);
    }

    private static Optional<String> volumeKey(Value item) {
        return switch (item) {
            case MapValue volume -> volume.get("target").map(UniqueItems::text);
            case ScalarValue text -> VolumeSpec.parse(text).get("target").map(UniqueItems::text);
            case ListValue _ -> Optional.empty();
        };
    }

    private static Optional<String> envFileKey(Value item) {
        return item instanceof MapValue file ? file.get("path").map(UniqueItems::text) : Optional.of(text(item));
    }

    private static Optional<String> mountKey(String folder, Value item) {
        return switch (item) {
            case MapValue mount ->
                mount.get("target")
                        .map(UniqueItems::text)
                        .or(() -> mount.get("source").map(s -> folder + text(s)));
            case ScalarValue name -> Optional.of(folder + name.text());
            case ListValue _ -> Optional.empty();
        };
    }

    private static String text(Value value) {
        return value instanceof ScalarValue scalar ? scalar.text() : "";
    }
}
