package dev.bulkhead.compose.patch.field;

import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Fields of services in which other services are named, and what becomes of them when one has another name. */
final class NamedInServices {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]*");

    /** Fields whose value is {@code service:NAME}. */
    static final List<String> NAMESPACES = List.of("network_mode", "ipc", "pid", "uts", "cgroup");

    /** Fields that list services, each alone or before a colon. */
    static final List<String> LISTS = List.of("links", "volumes_from");

    private NamedInServices() {}

    /**
     * Returns what a project says once a service has another name.
     *
     * @throws EditRejectedException if it cannot have it
     */
    static Map<String, Object> renamed(Map<String, Object> model, String old, String fresh)
            throws EditRejectedException {
        if (!NAME.matcher(fresh).matches()) {
            throw new EditRejectedException(
                    fresh + " is no name of a service; a name has letters, digits, dots, dashes and underscores.");
        }
        if (ModelData.at(model, List.of("services", fresh)).isPresent()) {
            throw new EditRejectedException(
                    "There is a service " + fresh + " in the project already; choose another name.");
        }
        Map<String, Object> services = new LinkedHashMap<>();
        fields(ModelData.at(model, List.of("services")))
                .forEach((key, body) -> services.put(key.equals(old) ? fresh : key, service(body, old, fresh)));
        Map<String, Object> result = new LinkedHashMap<>(model);
        result.put("services", services);
        return result;
    }

    private static Object service(Object body, String old, String fresh) {
        if (!(body instanceof Map<?, ?>)) {
            return body;
        }
        Map<String, Object> service = fields(Optional.of(body));
        service.computeIfPresent("depends_on", (_, value) -> dependencies(value, old, fresh));
        NAMESPACES.forEach(field -> service.computeIfPresent(
                field, (_, value) -> value instanceof String text ? namespace(text, old, fresh) : value));
        LISTS.forEach(field ->
                service.computeIfPresent(field, (_, value) -> items(value, text -> item(field, text, old, fresh))));
        service.computeIfPresent("build", (_, value) -> build(value, old, fresh));
        return service;
    }

    private static Object dependencies(Object value, String old, String fresh) {
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, Object> renamed = new LinkedHashMap<>();
        fields(Optional.of(value)).forEach((name, each) -> renamed.put(name.equals(old) ? fresh : name, each));
        return renamed;
    }

    private static Object build(Object value, String old, String fresh) {
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, Object> build = fields(Optional.of(value));
        build.computeIfPresent("additional_contexts", (_, contexts) -> {
            Map<String, Object> renamed = fields(Optional.of(contexts));
            renamed.replaceAll((_, each) -> each instanceof String text ? namespace(text, old, fresh) : each);
            return renamed.isEmpty() ? contexts : renamed;
        });
        return build;
    }

    private static Object items(Object value, UnaryOperator<String> change) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<Object> items = new ArrayList<>();
        list.forEach(item -> items.add(item instanceof String text ? change.apply(text) : item));
        return items;
    }

    /** Returns {@code service:OLD} with the other name, and any other text as it is. */
    static String namespace(String text, String old, String fresh) {
        return text.equals("service:" + old) ? "service:" + fresh : text;
    }

    /** Returns an item of a list with the other name; a link that gave no name of its own keeps the old one as its name. */
    static String item(String field, String text, String old, String fresh) {
        if (text.equals(old)) {
            return field.equals("links") ? fresh + ":" + old : fresh;
        }
        return text.startsWith(old + ":") ? fresh + text.substring(old.length()) : text;
    }

    private static Map<String, Object> fields(Optional<Object> data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (data.isPresent() && data.get() instanceof Map<?, ?> map) {
            map.forEach((name, each) -> fields.put(String.valueOf(name), each));
        }
        return fields;
    }
}
