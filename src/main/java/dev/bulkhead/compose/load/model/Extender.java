package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.RemoteRef;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.ResetPaths;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Values;
import dev.bulkhead.compose.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolver of {@code extends}: puts in its place the base service with the extending one laid over (Compose
 * Specification, extends). The base may stand in another file, whose includes do not count.
 */
final class Extender {

    private static final int MAX_CHAIN = 200;

    /** Services that can extend each other. */
    private record Scope(Path file, Path directory, Map<String, Field> services, ResetPaths resets) {}

    /** A service of a file, as a step of a chain. */
    private record Step(Path file, String service) {}

    private final LoadContext context;
    private final CanonicalForm canonical;
    private final Variables variables;
    private final Map<Path, Scope> baseFiles = new HashMap<>();

    Extender(LoadContext context, Variables variables) {
        this.context = context;
        this.canonical = new CanonicalForm(context);
        this.variables = variables;
    }

    /**
     * Replaces {@code extends} in every service of a document.
     *
     * @param services the services, changed in place
     * @param directory what {@code extends.file} is relative to
     */
    void extend(Map<String, Field> services, Path file, Path directory, ResetPaths resets) throws ComposeException {
        Scope scope = new Scope(file, directory, services, resets);
        for (String name : services.keySet().toArray(String[]::new)) {
            resolve(name, scope, new LinkedHashSet<>());
        }
    }

    private Value resolve(String name, Scope scope, Set<Step> chain) throws ComposeException {
        Field field = scope.services().get(name);
        if (field == null || Value.absent(field.value())) {
            return field == null ? Values.nothing(new Place(context.store().text(scope.file()), 0)) : field.value();
        }
        if (!(field.value() instanceof MapValue service)) {
            throw field.value()
                    .place()
                    .fault("the service " + name + " takes a mapping, but "
                            + field.value().kindInWords() + " stands here; put its fields below its name.");
        }
        Field extended = service.fields().get("extends");
        if (extended == null) {
            return service;
        }
        Value result = extended(name, service, extended, scope, chain);
        scope.services().put(name, new Field(field.key(), result));
        return result;
    }

    private Value extended(String name, MapValue service, Field extended, Scope scope, Set<Step> chain)
            throws ComposeException {
        Place place = extended.value().place();
        if (!chain.add(new Step(scope.file(), name)) || chain.size() > MAX_CHAIN) {
            throw place.fault("the service " + name + " extends itself through "
                    + String.join(
                            ", ",
                            chain.stream()
                                    .map(Step::service)
                                    .distinct()
                                    .limit(5)
                                    .toList())
                    + "; break the circle.");
        }
        String ref = text(extended.value(), "service")
                .orElseThrow(() -> place.fault("extends names no service; write service: NAME below it."));
        Optional<String> fileName = extended.value() instanceof MapValue map ? text(map, "file") : Optional.empty();
        if (fileName.isPresent() && RemoteRef.isRemote(fileName.get())) {
            context.missesRemoteParts();
            context.warn(
                    place,
                    "the base in " + fileName.get() + " is remote and not fetched, so " + name
                            + " may lack what it extends.");
            return service.without("extends");
        }
        Scope baseScope = fileName.isPresent() ? baseFile(fileName.get(), place, scope) : scope;
        if (!baseScope.services().containsKey(ref)) {
            throw place.fault("the service " + name + " extends " + ref + ", which "
                    + context.store().name(baseScope.file()) + " does not have; correct the name.");
        }
        Value base = resolve(ref, baseScope, chain);
        chain.remove(new Step(scope.file(), name));
        if (!(base instanceof MapValue baseService)) {
            return service.without("extends");
        }
        MapValue kept = scope.resets().below(Model.SERVICES, name).applyTo(baseService);
        return Merger.service(kept, service).without("extends");
    }

    private static Optional<String> text(Value value, String field) {
        Value found = value instanceof MapValue map ? map.get(field).orElse(map) : value;
        boolean usable = found instanceof ScalarValue scalar
                && scalar.isString()
                && (value instanceof MapValue || field.equals("service"));
        return usable && found instanceof ScalarValue scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    private Scope baseFile(String name, Place place, Scope from) throws ComposeException {
        Path file = from.directory().resolve(name).normalize();
        Scope known = baseFiles.get(file);
        if (known != null) {
            return known;
        }
        if (!context.store().isFile(file)) {
            throw place.fault("extends names the file " + name + ", which does not exist; correct the path, which is"
                    + " relative to " + from.directory().getFileName() + "/.");
        }
        context.warnOutside(place, file);
        Path directory = Optional.ofNullable(file.getParent()).orElse(from.directory());
        PathResolver paths = new PathResolver(directory, variables);
        Map<String, Field> services = new LinkedHashMap<>();
        ResetPaths resets = ResetPaths.NONE;
        for (YamlDocument document : context.store().yaml(file).documents()) {
            DocumentLayer layer = NodeConverter.convert(document.root(), variables, context);
            resets = layer.resets();
            merge(layer, services);
        }
        services.replaceAll((_, field) -> new Field(field.key(), paths.service(field.value())));
        Scope scope = new Scope(file, directory, services, resets);
        baseFiles.put(file, scope);
        return scope;
    }

    private void merge(DocumentLayer layer, Map<String, Field> services) throws ComposeException {
        Optional<Value> section = layer.root().get(Model.SERVICES);
        if (section.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Field> entry :
                TopLevelSections.mapping(Model.SERVICES, section.get()).fields().entrySet()) {
            Field old = services.get(entry.getKey());
            Field added = entry.getValue();
            Value value = old == null ? added.value() : Merger.element(Model.SERVICES, old.value(), added.value());
            if (value instanceof MapValue service) {
                value = UniqueItems.service(canonical.service(UniqueItems.service(service)));
            } else if (value instanceof ListValue) {
                throw value.place()
                        .fault("the service " + entry.getKey() + " takes a mapping; put its fields below it.");
            }
            services.put(entry.getKey(), new Field(old == null ? added.key() : old.key(), value));
        }
    }
}
