package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlDocument;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Text of a YAML file that belongs to a service, a collector's configuration for instance, with an item more in one of its
 * lists. All else stays as it is, which is verified by reading the result.
 */
public final class SettingsText {

    private final String name;
    private final String text;

    /** Changes a text. */
    public SettingsText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Returns the text with an item at the end of a list, which is made where it is missing.
     *
     * @param path the fields that lead to the list
     * @throws EditRejectedException if the list is laid out so that it cannot be added to, with the reason
     */
    public String with(List<String> path, YamlValue item) throws EditRejectedException {
        String changed = Splice.apply(text, splices(root(text), path, item));
        Object wanted = added(data(text), path, data(Splice.apply("", alone(path, item))));
        if (!data(changed).equals(wanted)) {
            throw new EditRejectedException(name + ": " + String.join(".", path)
                    + " is written in a way that cannot be added to safely; add to it by hand.");
        }
        return changed;
    }

    private List<Splice> splices(SourceFile file, List<String> path, YamlValue item) throws EditRejectedException {
        List<MappingNode> roots = file.roots();
        if (roots.isEmpty()) {
            return List.of(Splice.insert(
                    text.length(),
                    (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + Splice.apply("", alone(path, item))));
        }
        MappingNode at = roots.getFirst();
        for (int depth = 0; depth < path.size(); depth++) {
            String key = path.get(depth);
            YamlValue rest = nested(path.subList(depth + 1, path.size()), item);
            Optional<MappingEntry> entry = at.entry(key);
            if (entry.isEmpty()) {
                return new MappingEdits(file).add(at, key, rest);
            }
            if (MappingEdits.isEmpty(entry.get().value())) {
                return new MappingEdits(file).fill(at, entry.get(), rest, file.style());
            }
            if (depth == path.size() - 1 && entry.get().value() instanceof SequenceNode list) {
                return new SequenceEdits(file).add(list, item);
            }
            if (!(entry.get().value() instanceof MappingNode deeper)) {
                throw new EditRejectedException(entry.get().value().mark() + ": " + key + " is not a "
                        + (depth == path.size() - 1 ? "list" : "mapping") + " of its own; add to it by hand.");
            }
            at = deeper;
        }
        throw new EditRejectedException(name + ": " + String.join(".", path) + " is not a list; add to it by hand.");
    }

    private static YamlValue nested(List<String> path, YamlValue item) {
        YamlValue value = new YamlValue.Items(List.of(item));
        for (String key : path.reversed()) {
            value = YamlValue.Fields.of(Map.entry(key, value));
        }
        return value;
    }

    /** The list with the item alone, as text of a file of its own. */
    private List<Splice> alone(List<String> path, YamlValue item) throws EditRejectedException {
        SourceFile seed = root("seed: 0\n");
        List<Splice> added = new MappingEdits(seed)
                .add(seed.roots().getFirst(), path.getFirst(), nested(path.subList(1, path.size()), item));
        String both = Splice.apply("seed: 0\n", added);
        return List.of(Splice.insert(0, both.substring("seed: 0\n".length())));
    }

    private SourceFile root(String yaml) throws EditRejectedException {
        try {
            return SourceFile.of(new ComposeFile(Path.of(name), name, yaml), YamlReader.parse(name, yaml));
        } catch (ComposeException unreadable) {
            throw new EditRejectedException(String.valueOf(unreadable.getMessage()));
        }
    }

    private Object data(String yaml) throws EditRejectedException {
        List<Object> documents = new ArrayList<>();
        for (YamlDocument document : root(yaml).yaml().documents()) {
            documents.add(PlainData.of(document.root()));
        }
        return documents.isEmpty() ? PlainData.Empty.EMPTY : documents.size() == 1 ? documents.getFirst() : documents;
    }

    /** Joins what is there with what is added: mappings by key, lists one after the other. */
    private static Object added(Object present, List<String> path, Object more) {
        if (present == PlainData.Empty.EMPTY) {
            return more;
        }
        if (present instanceof Map<?, ?> a && more instanceof Map<?, ?> b && !path.isEmpty()) {
            Map<Object, Object> all = new LinkedHashMap<>(a);
            Object old = a.get(path.getFirst());
            Object fresh = b.get(path.getFirst());
            if (fresh != null) {
                all.put(path.getFirst(), old == null ? fresh : added(old, path.subList(1, path.size()), fresh));
            }
            return all;
        }
        if (present instanceof List<?> a && more instanceof List<?> b && path.isEmpty()) {
            List<Object> all = new ArrayList<>(a);
            all.addAll(b);
            return all;
        }
        return more;
    }
}
