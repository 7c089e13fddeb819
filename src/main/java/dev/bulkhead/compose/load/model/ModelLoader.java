package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.LoadUnit;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Values;
import dev.bulkhead.compose.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loader of the files of a unit in Compose's order: per document, variables, extends, resets, includes, merge, check
 * and long form (compose-go {@code loader/loader.go}).
 */
public final class ModelLoader {

    private final LoadContext context;
    private final CanonicalForm canonical;
    private final AllowedForms forms;
    private final Includer includer;

    public ModelLoader(LoadContext context) {
        this.context = context;
        this.canonical = new CanonicalForm(context);
        this.forms = new AllowedForms(context);
        this.includer = new Includer(context, this);
    }

    /** Reads a unit; relative paths of its services become absolute. */
    public Model load(LoadUnit unit) throws ComposeException {
        Model model = new Model();
        Extender extender = new Extender(context, unit.variables());
        for (Path file : unit.files()) {
            List<Path> chain = new ArrayList<>(unit.chain());
            chain.add(file);
            for (YamlDocument document : context.store().yaml(file).documents()) {
                DocumentLayer layer = NodeConverter.convert(document.root(), unit.variables(), context);
                add(layer, file, unit, chain, extender, model);
            }
        }
        finish(model, unit);
        return model;
    }

    private void add(DocumentLayer layer, Path file, LoadUnit unit, List<Path> chain, Extender extender, Model model)
            throws ComposeException {
        MapValue root = layer.root();
        root.fields().forEach((key, field) -> {
            if (!key.equals("version") && !(key.equals("include") && Value.absent(field.value()))) {
                model.markContent();
            }
        });
        TopLevelSections.check(root, context);
        Model own = sections(root);
        extender.extend(own.section(Model.SERVICES), file, unit.directory(), layer.resets());
        model.apply(layer.resets());
        Optional<Value> include = root.get("include");
        if (include.isPresent()) {
            includer.include(include.get(), unit, chain, own);
        }
        for (String section : Model.SECTIONS) {
            merge(section, own.section(section), model.section(section));
        }
    }

    private static Model sections(MapValue root) throws ComposeException {
        Model sections = new Model();
        for (String section : Model.SECTIONS) {
            Optional<Value> value = root.get(section);
            if (value.isPresent()) {
                sections.section(section)
                        .putAll(TopLevelSections.mapping(section, value.get()).fields());
            }
        }
        return sections;
    }

    private void merge(String section, Map<String, Field> added, Map<String, Field> target) throws ComposeException {
        for (Map.Entry<String, Field> entry : added.entrySet()) {
            String name = entry.getKey();
            Field over = entry.getValue();
            Field base = target.get(name);
            Value merged = base == null ? over.value() : Merger.element(section, base.value(), over.value());
            Optional<Value> allowed = forms.element(section, name, over.key(), unique(section, merged));
            if (allowed.isPresent()) {
                target.put(name, new Field(base == null ? over.key() : base.key(), canonical(section, allowed.get())));
            }
        }
    }

    private static Value unique(String section, Value value) {
        return switch (section) {
            case Model.SERVICES -> value instanceof MapValue map ? UniqueItems.service(map) : value;
            case Model.NETWORKS -> UniqueItems.network(value);
            default -> value;
        };
    }

    private Value canonical(String section, Value value) throws ComposeException {
        return section.equals(Model.SERVICES) && value instanceof MapValue map
                ? UniqueItems.service(canonical.service(map))
                : canonical.resource(value);
    }

    private static void finish(Model model, LoadUnit unit) {
        PathResolver paths = new PathResolver(unit.directory(), unit.variables());
        model.section(Model.SERVICES)
                .replaceAll((_, field) ->
                        new Field(field.key(), environment(paths.service(field.value()), unit.variables())));
        for (String section : List.of(Model.SECRETS, Model.CONFIGS)) {
            model.section(section).replaceAll((_, field) -> new Field(field.key(), paths.file(field.value())));
        }
    }

    /** Gives variables that are only named in an {@code environment} list the value they have outside. */
    private static Value environment(Value value, Variables variables) {
        if (!(value instanceof MapValue service)
                || !(service.get("environment").orElse(service) instanceof ListValue list)) {
            return value;
        }
        List<Value> items = new ArrayList<>(list.items().size());
        boolean changed = false;
        for (Value item : list.items()) {
            Optional<String> outside =
                    item instanceof ScalarValue scalar && !scalar.text().contains("=")
                            ? variables.lookup(scalar.text()).map(v -> scalar.text() + "=" + v)
                            : Optional.empty();
            changed |= outside.isPresent();
            items.add(outside.isPresent() ? Values.string(item.place(), outside.get()) : item);
        }
        return changed ? service.withValue("environment", new ListValue(list.place(), items)) : value;
    }
}
