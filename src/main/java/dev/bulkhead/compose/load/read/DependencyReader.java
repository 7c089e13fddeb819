package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.model.Dependencies;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reader of the services that have to be up first: those of {@code depends_on}, then those that links, shared
 * namespaces and {@code volumes_from} imply (compose-go {@code loader/normalize.go}).
 */
final class DependencyReader {

    private static final List<String> NAMESPACES = List.of("network_mode", "ipc", "pid", "uts", "cgroup");
    private static final String SERVICE_PREFIX = "service:";

    private final SourceMapBuilder marks;

    DependencyReader(SourceMapBuilder marks) {
        this.marks = marks;
    }

    List<Dependency> read(String service, MapValue map) throws ComposeException {
        Map<String, Dependency> found = new LinkedHashMap<>();
        if (map.get("depends_on").orElse(map) instanceof MapValue stated && map.has("depends_on")) {
            for (Map.Entry<String, Field> entry : stated.fields().entrySet()) {
                found.put(entry.getKey(), dependency(entry.getKey(), entry.getValue()));
                mark(service, entry.getKey(), entry.getValue().key());
            }
        }
        for (Value link : FieldReader.items(map, "links")) {
            if (link instanceof ScalarValue scalar) {
                String[] parts = scalar.text().split(":", -1);
                imply(service, parts.length == 2 ? parts[0] : scalar.text(), true, scalar.place(), found);
            }
        }
        for (String namespace : NAMESPACES) {
            FieldReader.scalar(map, namespace)
                    .filter(value -> value.text().startsWith(SERVICE_PREFIX))
                    .ifPresent(value -> imply(
                            service, value.text().substring(SERVICE_PREFIX.length()), true, value.place(), found));
        }
        for (Value from : FieldReader.items(map, "volumes_from")) {
            if (from instanceof ScalarValue scalar && !scalar.text().startsWith("container:")) {
                imply(service, scalar.text().split(":", -1)[0], false, scalar.place(), found);
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Dependency dependency(String target, Field field) throws ComposeException {
        if (!(field.value() instanceof MapValue map)) {
            return Dependency.on(target);
        }
        String condition = FieldReader.text(map, "condition").orElse(Dependencies.STARTED);
        if (!condition.equals(Dependencies.STARTED)
                && !condition.equals("service_healthy")
                && !condition.equals("service_completed_successfully")) {
            throw field.key()
                    .fault("the condition " + condition + " is not known; write service_started,"
                            + " service_healthy or service_completed_successfully.");
        }
        return new Dependency(target, condition, FieldReader.flag(map, "restart"), FieldReader.flag(map, "required"));
    }

    private void imply(String service, String target, boolean restart, Place place, Map<String, Dependency> found) {
        if (!found.containsKey(target)) {
            found.put(target, new Dependency(target, Dependencies.STARTED, restart, true));
            mark(service, target, place);
        }
    }

    private void mark(String service, String target, Place place) {
        marks.put(Element.service(service).field("depends_on").field(target), place);
    }
}
