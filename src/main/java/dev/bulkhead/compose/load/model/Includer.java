package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.load.source.DotEnv;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.LoadUnit;
import dev.bulkhead.compose.load.source.RemoteRef;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolver of {@code include}: reads the files that a document includes and takes over their elements (Compose
 * Specification, include).
 *
 * <p>Each include has a project directory and {@code .env} of its own. Files outside the project directory are read, as
 * Compose does, with a warning, for edits there are refused. Remote ones are named and not fetched.
 */
final class Includer {

    private record Key(List<Path> files, Path directory, Variables variables) {}

    private final LoadContext context;
    private final ModelLoader loader;
    private final AllowedForms forms;
    private final Map<Key, Model> loaded = new HashMap<>();

    Includer(LoadContext context, ModelLoader loader) {
        this.context = context;
        this.loader = loader;
        this.forms = new AllowedForms(context);
    }

    /**
     * Takes over what a document includes.
     *
     * @param own the document's own elements, added to
     */
    void include(Value include, LoadUnit unit, List<Path> chain, Model own) throws ComposeException {
        if (Value.absent(include)) {
            return;
        }
        if (!(include instanceof ListValue list)) {
            throw include.place()
                    .fault("include takes a list, but " + include.kindInWords()
                            + " stands here; write each file as - path.");
        }
        readAhead(list, unit);
        for (Value entry : list.items()) {
            Optional<Value> allowed = forms.include(entry);
            Optional<LoadUnit> included = allowed.isPresent() ? unit(allowed.get(), unit, chain) : Optional.empty();
            if (included.isPresent()) {
                take(load(included.get()), entry.place(), own);
            }
        }
    }

    /** Has the included files read while those before them are taken over; what is wrong with one is told in its turn. */
    private void readAhead(ListValue list, LoadUnit from) {
        List<Path> files = new ArrayList<>();
        for (Value entry : list.items()) {
            for (ScalarValue path : texts(entry, "path")) {
                if (!RemoteRef.isRemote(path.text())) {
                    files.add(from.resolve(path.text()));
                }
            }
        }
        context.store().readAhead(files);
    }

    private Model load(LoadUnit unit) throws ComposeException {
        Key key = new Key(unit.files(), unit.directory(), unit.variables());
        Model known = loaded.get(key);
        if (known == null) {
            known = loader.load(unit);
            loaded.put(key, known);
        }
        return known;
    }

    private Optional<LoadUnit> unit(Value entry, LoadUnit from, List<Path> chain) throws ComposeException {
        List<ScalarValue> paths = texts(entry, "path");
        if (paths.isEmpty()) {
            throw entry.place().fault("this include names no file; write path: FILE.");
        }
        for (ScalarValue path : paths) {
            if (RemoteRef.isRemote(path.text())) {
                context.missesRemoteParts();
                context.warn(
                        path.place(),
                        "the include " + path.text()
                                + " is remote and not fetched, so what it declares is missing here.");
                return Optional.empty();
            }
        }
        List<Path> files = new ArrayList<>();
        for (ScalarValue path : paths) {
            files.add(file(path, from));
        }
        Path first = files.getFirst();
        if (chain.contains(first)) {
            throw paths.getFirst()
                    .place()
                    .fault("including " + paths.getFirst().text() + " here closes a circle: " + circle(chain, first)
                            + "; remove one of these includes.");
        }
        Optional<ScalarValue> stated =
                texts(entry, "project_directory").stream().findFirst();
        Path directory = stated.map(s -> from.resolve(s.text()))
                .orElse(Optional.ofNullable(first.getParent()).orElse(from.directory()));
        Variables variables = from.variables().withDefaults(environment(entry, from, directory));
        return Optional.of(new LoadUnit(directory, files, variables, chain));
    }

    private Path file(ScalarValue path, LoadUnit from) throws ComposeException {
        Path file = from.resolve(path.text());
        if (!context.store().isFile(file)) {
            boolean directory = context.store().isDirectory(file);
            throw path.place()
                    .fault(
                            directory
                                    ? "the include " + path.text() + " is a directory; name the file in it."
                                    : "the included file " + path.text()
                                            + " does not exist; correct the path or create the file.");
        }
        context.warnOutside(path.place(), file);
        return file;
    }

    private String circle(List<Path> chain, Path first) {
        List<String> names = new ArrayList<>();
        chain.subList(chain.indexOf(first), chain.size())
                .forEach(f -> names.add(context.store().name(f)));
        names.add(context.store().name(first));
        return String.join(" includes ", names);
    }

    private Map<String, String> environment(Value entry, LoadUnit from, Path directory) throws ComposeException {
        Map<String, String> values = new HashMap<>();
        List<ScalarValue> stated = texts(entry, "env_file");
        for (ScalarValue name : stated) {
            if (name.text().equals("/dev/null")) {
                continue;
            }
            Path file = from.resolve(name.text());
            if (!context.store().isFile(file)) {
                throw name.place()
                        .fault("the env file " + name.text() + " does not exist; correct the path or create it.");
            }
            DotEnv.parse(context.store().text(file), values, from.variables()::lookup);
        }
        Path standard = directory.resolve(".env");
        if (stated.isEmpty() && context.store().isFile(standard)) {
            DotEnv.parse(context.store().text(standard), values, from.variables()::lookup);
        }
        context.noteVariables(values);
        return values;
    }

    private void take(Model from, Place place, Model into) {
        for (String section : Model.SECTIONS) {
            Map<String, Field> target = into.section(section);
            for (Map.Entry<String, Field> entry : from.section(section).entrySet()) {
                Field declared = target.get(entry.getKey());
                if (declared == null) {
                    target.put(entry.getKey(), entry.getValue());
                } else if (!declared.value().means(entry.getValue().value())) {
                    conflict(section, entry.getKey(), declared, entry.getValue(), place);
                }
            }
        }
    }

    private void conflict(String section, String name, Field own, Field imported, Place include) {
        String kind = section.substring(0, section.length() - 1);
        context.problem(new LoadProblem(
                LoadProblem.Rule.INCLUDE_CONFLICT,
                List.of(Model.element(section, name)),
                own.key().mark(),
                "the " + kind + " " + name + " is declared here and, differently, at "
                        + imported.key().mark() + ", which " + include.mark() + " includes",
                "give one of them another name, or move the difference to an override file."));
    }

    private static List<ScalarValue> texts(Value entry, String field) {
        Value value = switch (entry) {
            case MapValue map -> map.get(field).orElse(Values.nothing(map.place()));
            case ScalarValue scalar when field.equals("path") -> scalar;
            case ScalarValue _, ListValue _ -> Values.nothing(entry.place());
        };
        return switch (value) {
            case ListValue list ->
                list.items().stream()
                        .filter(ScalarValue.class::isInstance)
                        .map(ScalarValue.class::cast)
                        .toList();
            case ScalarValue scalar when scalar.isString() -> List.of(scalar);
            case ScalarValue _, MapValue _ -> List.of();
        };
    }
}
