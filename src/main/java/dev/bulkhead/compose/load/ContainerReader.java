package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.Value.ListValue;
import dev.bulkhead.compose.load.Value.MapValue;
import dev.bulkhead.compose.load.Value.ScalarValue;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.ContainerSpec.HostAccess;
import dev.bulkhead.topology.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a service's container is, beside its connections. */
final class ContainerReader {

    private final VariableFiles variableFiles;
    private final Variables variables;
    private final Marks marks;

    ContainerReader(LoadContext context, Variables variables, Marks marks) {
        this.variableFiles = new VariableFiles(context, variables);
        this.variables = variables;
        this.marks = marks;
    }

    ContainerSpec read(String service, MapValue map) throws ComposeException {
        return new ContainerSpec(
                Read.text(map, "container_name"),
                Read.text(map, "image"),
                Read.text(map, "hostname"),
                command(map),
                labels(service, map),
                environment(service, map),
                hasHealthCheck(map),
                hostAccess(service, map),
                map.has("build"));
    }

    /** The short form is split at blanks; quotes, which Compose's shell syntax knows, matter to nobody here. */
    private static List<String> command(MapValue map) {
        return map.get("command").orElse(Values.nothing(map.place())) instanceof ListValue
                ? Read.texts(map, "command")
                : Read.text(map, "command")
                        .map(line -> List.of(line.strip().split("\\s+", -1)))
                        .orElse(List.of());
    }

    private Map<String, String> labels(String service, MapValue map) {
        Map<String, String> labels = new LinkedHashMap<>(variableFiles.labels(map));
        for (Read.Pair pair : Read.pairs(map, "labels")) {
            labels.put(pair.name(), pair.value().orElse(""));
            marks.put(Element.service(service).field("labels").field(pair.name()), pair.place());
        }
        return labels;
    }

    private Map<String, String> environment(String service, MapValue map) throws ComposeException {
        List<Read.Pair> pairs = Read.pairs(map, "environment");
        Map<String, String> stated = new LinkedHashMap<>();
        for (Read.Pair pair : pairs) {
            Optional<String> value = pair.value().or(() -> variables.lookup(pair.name()));
            value.ifPresent(v -> stated.put(pair.name(), v));
            marks.put(Element.service(service).field("environment").field(pair.name()), pair.place());
        }
        Map<String, String> environment = new LinkedHashMap<>(variableFiles.environment(map, stated));
        environment.putAll(stated);
        return environment;
    }

    private static boolean hasHealthCheck(MapValue map) throws ComposeException {
        Optional<MapValue> check = Read.map(map, "healthcheck");
        if (check.isEmpty() || Read.flag(check.get(), "disable")) {
            return false;
        }
        String first = switch (check.get().get("test").orElse(Values.nothing(map.place()))) {
            case ScalarValue scalar -> scalar.text();
            case ListValue list ->
                list.items().isEmpty() ? "" : ((ScalarValue) list.items().getFirst()).text();
            case MapValue _ -> "";
        };
        return !first.isEmpty() && !first.equals("NONE");
    }

    private HostAccess hostAccess(String service, MapValue map) throws ComposeException {
        List<String> paths = new ArrayList<>();
        for (Value item : Read.items(map, "volumes")) {
            if (item instanceof MapValue volume
                    && Read.text(volume, "type").orElse("").equals("bind")) {
                Read.text(volume, "source").ifPresent(path -> {
                    marks.put(Element.bindMount(service, paths.size()), volume.place());
                    paths.add(path);
                });
            }
        }
        return new HostAccess(Read.flag(map, "privileged"), Read.texts(map, "cap_add"), paths);
    }
}
