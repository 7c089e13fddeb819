package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.VariableFiles;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Values;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.ContainerSpec.BindMount;
import dev.bulkhead.topology.ContainerSpec.HostAccess;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.ImageSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reader of a service's container, beside its connections. */
final class ContainerReader {

    private final VariableFiles variableFiles;
    private final Variables variables;
    private final SourceMapBuilder marks;

    ContainerReader(LoadContext context, Variables variables, SourceMapBuilder marks) {
        this.variableFiles = new VariableFiles(context, variables);
        this.variables = variables;
        this.marks = marks;
    }

    ContainerSpec read(String service, MapValue map) throws ComposeException {
        return new ContainerSpec(
                FieldReader.text(map, "container_name"),
                FieldReader.text(map, "image"),
                FieldReader.text(map, "hostname"),
                FieldReader.text(map, "mac_address"),
                CommandWords.in(map, "command"),
                labels(service, map),
                environment(service, map),
                hasHealthCheck(map),
                hostAccess(service, map),
                source(service, map),
                startFirst(map),
                ContactsReader.read(map),
                Consistency.replicas(map));
    }

    private ImageSource source(String service, MapValue map) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (FieldReader.Pair pair : FieldReader.map(map, "build")
                .map(build -> FieldReader.pairs(build, "args"))
                .orElse(List.of())) {
            Optional<String> value = pair.value().or(() -> variables.lookup(pair.name()));
            value.ifPresent(stated -> arguments.put(pair.name(), stated));
            marks.put(Element.service(service).field("build").field("args").field(pair.name()), pair.place());
        }
        return new ImageSource(map.has("build"), arguments, FieldReader.text(map, "pull_policy"));
    }

    private static boolean startFirst(MapValue map) {
        return FieldReader.map(map, "deploy")
                .flatMap(deploy -> FieldReader.map(deploy, "update_config"))
                .flatMap(update -> FieldReader.text(update, "order"))
                .filter("start-first"::equals)
                .isPresent();
    }

    private Map<String, String> labels(String service, MapValue map) {
        Map<String, String> labels = new LinkedHashMap<>(variableFiles.labels(map));
        for (FieldReader.Pair pair : FieldReader.pairs(map, "labels")) {
            labels.put(pair.name(), pair.value().orElse(""));
            marks.put(Element.service(service).field("labels").field(pair.name()), pair.place());
        }
        return labels;
    }

    private Map<String, String> environment(String service, MapValue map) throws ComposeException {
        List<FieldReader.Pair> pairs = FieldReader.pairs(map, "environment");
        Map<String, String> stated = new LinkedHashMap<>();
        for (FieldReader.Pair pair : pairs) {
            Optional<String> value = pair.value().or(() -> variables.lookup(pair.name()));
            value.ifPresent(v -> stated.put(pair.name(), v));
            marks.put(Element.service(service).field("environment").field(pair.name()), pair.place());
        }
        Map<String, String> environment = new LinkedHashMap<>(variableFiles.environment(map, stated));
        environment.putAll(stated);
        return environment;
    }

    private static boolean hasHealthCheck(MapValue map) throws ComposeException {
        Optional<MapValue> check = FieldReader.map(map, "healthcheck");
        if (check.isEmpty() || FieldReader.flag(check.get(), "disable")) {
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
        List<BindMount> mounts = new ArrayList<>();
        for (Value item : FieldReader.items(map, "volumes")) {
            if (item instanceof MapValue volume
                    && FieldReader.text(volume, "type").orElse("").equals("bind")) {
                FieldReader.text(volume, "source").ifPresent(path -> {
                    marks.put(Element.bindMount(service, mounts.size()), volume.place());
                    mounts.add(new BindMount(
                            path, FieldReader.text(volume, "target").orElse("")));
                });
            }
        }
        return new HostAccess(FieldReader.flag(map, "privileged"), FieldReader.texts(map, "cap_add"), mounts);
    }
}
