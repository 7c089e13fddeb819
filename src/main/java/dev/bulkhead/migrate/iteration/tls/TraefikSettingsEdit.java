package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.traefik.SettingsFileText;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Edits of Traefik's static configuration, wherever it stands: flags, variables or a file, which exclude each other (Traefik
 * documentation, Static Configuration).
 */
final class TraefikSettingsEdit {

    private final ProxyServer proxy;
    private final TraefikSettings settings;
    private final Optional<ProxyFile> file;
    /** What was set so far, by name in lower case; later phases build on it. */
    private final Map<String, String> values;

    private final List<String> words;
    private String text;
    private List<ProjectEdit> edits = new ArrayList<>();

    TraefikSettingsEdit(ProxyServer proxy, TraefikSettings settings, List<ProxyFile> files) {
        this.proxy = proxy;
        this.settings = settings;
        this.values = new LinkedHashMap<>(settings.values());
        this.words = new ArrayList<>(proxy.service().container().command());
        this.file = files.stream()
                .filter(f -> settings.inFile())
                .filter(f -> YamlFields.of(f.name(), f.text()).has("entryPoints")
                        || YamlFields.of(f.name(), f.text()).has("providers"))
                .findFirst();
        this.text = file.map(ProxyFile::text).orElse("");
    }

    /**
     * Gives a setting a value.
     *
     * @param path its names as a file writes them
     * @throws AnswersException if the file is written in a form that nothing can be added to
     */
    void set(String wanted, String... path) throws AnswersException {
        String name = name(path);
        // flags and variables write an empty mapping so
        String value = wanted.equals("{}") && !settings.inFile() ? "true" : wanted;
        if (value.equals(values.get(name))) {
            return;
        }
        if (settings.inFile()) {
            text = SettingsFileText.set(text, List.of(path), written(value, path))
                    .orElseThrow(() -> new AnswersException("File "
                            + file.map(ProxyFile::name).orElse("of Traefik") + " has no block that "
                            + String.join(".", path) + " can be added to; set it to " + value + " there yourself."));
        } else if (variables()) {
            edits.add(new TopologyEdit.SetEnvironment(
                    proxy.key(), "TRAEFIK_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        } else {
            remove(path);
            String word = "--" + name + "=" + value;
            words.add(word);
            edits.add(new FieldEdit.AddItem(command(), FieldValue.text(word)));
        }
        values.put(name, value);
    }

    /** Takes a setting away; a switch that stands in a file becomes false. */
    void remove(String... path) throws AnswersException {
        String name = name(path);
        if (!values.containsKey(name)) {
            return;
        }
        if (settings.inFile() && "true".equalsIgnoreCase(values.get(name))) {
            set("false", path);
        } else if (settings.inFile()) {
            text = SettingsFileText.without(text, List.of(path))
                    .orElseThrow(() -> new AnswersException("File "
                            + file.map(ProxyFile::name).orElse("of Traefik") + " states " + String.join(".", path)
                            + " in a form that it cannot be taken out of; write it in a line of its own."));
        } else if (variables()) {
            edits.add(new FieldEdit.RemoveField(
                    Element.service(proxy.key()).field("environment").field(variable(name))));
        } else {
            for (String word : List.copyOf(words)) {
                String flag = word.toLowerCase(Locale.ROOT);
                if (flag.equals("--" + name) || flag.startsWith("--" + name + "=")) {
                    words.remove(word);
                    edits.add(new FieldEdit.RemoveItem(command(), FieldValue.text(word)));
                }
            }
        }
        values.remove(name);
    }

    private String variable(String name) {
        return proxy.service().container().environment().keySet().stream()
                .filter(variable ->
                        variable.toLowerCase(Locale.ROOT).replace('_', '.').equals("traefik." + name))
                .findFirst()
                .orElse("TRAEFIK_" + name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    /** Returns whether a setting is there, or one below it. */
    boolean has(String... path) {
        String name = name(path);
        return values.keySet().stream().anyMatch(key -> key.equals(name) || key.startsWith(name + "."));
    }

    Optional<String> value(String... path) {
        return Optional.ofNullable(values.get(name(path)));
    }

    /** Returns the edits since they were last taken. */
    List<ProjectEdit> take() {
        List<ProjectEdit> taken = new ArrayList<>(edits);
        if (file.isPresent() && settings.inFile() && !edits.contains(written())) {
            taken.add(written());
        }
        edits = new ArrayList<>();
        return taken;
    }

    private FileEdit written() {
        return new FileEdit.WriteFile(file.map(ProxyFile::name).orElse(""), text);
    }

    private boolean variables() {
        return words.stream().noneMatch(word -> word.startsWith("--"))
                && proxy.service().container().environment().keySet().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("traefik_"));
    }

    private Element.FieldElement command() {
        return Element.service(proxy.key()).field("command");
    }

    private static String name(String... path) {
        return String.join(".", path).toLowerCase(Locale.ROOT);
    }

    /** Flags and variables write lists with commas, files as lists. */
    private static String written(String value, String... path) {
        return path[path.length - 1].equals("middlewares") ? "[" + value.replace(",", ", ") + "]" : quoted(value);
    }

    private static String quoted(String value) {
        return value.matches("true|false|[A-Za-z0-9_./-]+|\\{}|\\[.*]") ? value : "\"" + value + "\"";
    }
}
