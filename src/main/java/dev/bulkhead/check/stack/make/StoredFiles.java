package dev.bulkhead.check.stack.make;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.export.ResolvedPaths;
import dev.bulkhead.files.FileTree;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Secrets and configs that the swarm stores, each with a number in its name since what is stored never changes. */
final class StoredFiles {

    /** From how many bytes on a swarm stores no config (moby/swarmkit {@code controlapi}). */
    private static final long LARGEST = 1_024_000;

    private final ComposeProject project;
    private final FileTree tree;
    private final List<StackChoice> choices;
    private final Map<String, Path> mounted = new LinkedHashMap<>();
    private final Map<String, String> fromVariables = new LinkedHashMap<>();
    private final Set<String> files = new LinkedHashSet<>();

    StoredFiles(ComposeProject project, FileTree tree, List<StackChoice> choices) {
        this.project = project;
        this.tree = tree;
        this.choices = choices;
    }

    Map<String, String> fromVariables() {
        return fromVariables;
    }

    Set<String> files() {
        return files;
    }

    /**
     * Returns the key of the config in whose form a file that is mounted only to be read can be stored: a plain file of the project
     * that is not too large.
     */
    Optional<String> config(String source) {
        try {
            Path file = Path.of(source).normalize();
            boolean fits = file.startsWith(project.directory())
                    && tree.isFile(file)
                    && tree.size(file) > 0
                    && tree.size(file) < LARGEST;
            if (!fits) {
                return Optional.empty();
            }
            String key = project.directory().relativize(file).toString().replaceAll("[^A-Za-z0-9_-]+", "-");
            mounted.putIfAbsent(key, file);
            return Optional.of(key);
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    Map<String, Fields> secrets(Map<String, ResolvedValue> section, Map<String, Fields> services, ResolvedPaths paths) {
        return stored("secret", section, services, paths);
    }

    Map<String, Fields> configs(Map<String, ResolvedValue> section, Map<String, Fields> services, ResolvedPaths paths) {
        Map<String, Fields> configs = stored("config", section, services, paths);
        mounted.forEach((key, file) -> {
            files.add(file.toString());
            configs.put(key, Tree.fields(Map.of("name", numbered(key))).with("file", Tree.text(file.toString())));
        });
        return configs;
    }

    private Map<String, Fields> stored(
            String kind, Map<String, ResolvedValue> section, Map<String, Fields> services, ResolvedPaths paths) {
        Set<String> used = new LinkedHashSet<>();
        services.values().stream()
                .flatMap(service -> Tree.items(service.get(kind + "s")).stream())
                .filter(Fields.class::isInstance)
                .flatMap(use -> ((Fields) use).text("source").stream())
                .forEach(used::add);
        Map<String, Fields> stored = new LinkedHashMap<>();
        section.forEach((key, value) -> {
            if (used.contains(key) && paths.absolute(kind + "s", value) instanceof Fields fields) {
                stored.put(key, stored(kind, key, fields));
            }
        });
        return stored;
    }

    private Fields stored(String kind, String key, Fields fields) {
        Optional<String> file = fields.text("file");
        if (fields.text("external").filter("true"::equals).isPresent()) {
            return fields;
        }
        if (file.isPresent()) {
            files.add(file.get());
            say(
                    kind,
                    key,
                    "file",
                    StackChoice.Kind.WRITTEN,
                    "the swarm stores what " + file.get() + " holds, for good; for another content count " + number(key)
                            + " up and deploy again");
            return fields.with("name", numbered(key));
        }
        Optional<String> variable = fields.text("environment").filter(_ -> kind.equals("secret"));
        String name = project.topology().project() + "_" + key + "-1";
        variable.ifPresent(from -> fromVariables.put(name, from));
        say(
                kind,
                key,
                variable.isPresent() ? "environment" : "content",
                StackChoice.Kind.OTHERWISE,
                variable.isPresent()
                        ? "stack.sh stores the value of " + variable.get() + " as " + name + " before it deploys"
                        : "store it beforehand: docker " + kind + " create " + name + " FILE");
        return Tree.fields(Map.of("external", Tree.plain("true"))).with("name", Tree.text(name));
    }

    private ResolvedValue numbered(String key) {
        return Tree.template(project.topology().project() + "_" + key + "-${" + number(key) + ":-1}");
    }

    private static String number(String key) {
        String word = key.replaceAll("\\W+", "_").replace('-', '_').toUpperCase(Locale.ROOT);
        return (word.matches("\\d.*") ? "N" + word : word) + "_NUMBER";
    }

    private void say(String kind, String key, String name, StackChoice.Kind what, String words) {
        choices.add(new StackChoice(kind + " " + key, name, what, words));
    }
}
