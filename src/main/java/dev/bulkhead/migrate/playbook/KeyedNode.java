package dev.bulkhead.migrate.playbook;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Mapping of a playbook whose keys are asked for one by one; a key that nobody asked for is a fault. */
final class KeyedNode {

    private final String what;
    private final MappingNode node;
    private final Set<String> known = new LinkedHashSet<>();

    private KeyedNode(String what, MappingNode node) {
        this.what = what;
        this.node = node;
    }

    /**
     * Returns a node as a mapping.
     *
     * @param what what it describes, for messages, for instance {@code a tier}
     */
    static KeyedNode of(YamlNode node, String what) throws ComposeException {
        if (node.resolved() instanceof MappingNode map) {
            return new KeyedNode(what, map);
        }
        throw new ComposeException(node.mark(), what + " is written as keys with values.");
    }

    SourceMark at() {
        return node.mark();
    }

    Optional<YamlNode> node(String key) {
        known.add(key);
        return node.value(key).map(YamlNode::resolved).filter(value -> !(value instanceof ScalarNode s && s.isEmpty()));
    }

    YamlNode needed(String key) throws ComposeException {
        return node(key).orElseThrow(() -> new ComposeException(at(), key + " of " + what + " is missing."));
    }

    String text(String key) throws ComposeException {
        return text(needed(key), key);
    }

    Optional<String> optionalText(String key) throws ComposeException {
        Optional<YamlNode> value = node(key);
        return value.isPresent() ? Optional.of(text(value.get(), key)) : Optional.empty();
    }

    boolean flag(String key) throws ComposeException {
        String text = optionalText(key).orElse("false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ComposeException(
                        node.value(key).map(YamlNode::mark).orElse(at()),
                        key + " is '" + text + "'; it has to be true or false.");
        };
    }

    List<YamlNode> items(String key) throws ComposeException {
        Optional<YamlNode> value = node(key);
        return value.isPresent() ? items(value.get(), key) : List.of();
    }

    List<String> texts(String key) throws ComposeException {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            texts.add(text(item, "an item of " + key));
        }
        return texts;
    }

    /** Returns texts by name; nothing where the key is missing. */
    SortedMap<String, String> named(String key) throws ComposeException {
        SortedMap<String, String> texts = new TreeMap<>();
        Optional<YamlNode> stated = node(key);
        if (stated.isPresent()) {
            if (!(stated.get() instanceof MappingNode map)) {
                throw new ComposeException(stated.get().mark(), key + " is written as names with their texts.");
            }
            for (MappingEntry entry : map.entries()) {
                if (!(entry.value().resolved() instanceof ScalarNode text)
                        || text.value().isBlank()) {
                    throw new ComposeException(
                            entry.value().mark(), entry.name() + " of " + key + " has to be a text.");
                }
                texts.put(entry.name(), text.value());
            }
        }
        return texts;
    }

    /** Refuses keys that nobody asked for. */
    void finish() throws ComposeException {
        for (MappingEntry entry : node.entries()) {
            if (!known.contains(entry.name())) {
                throw new ComposeException(
                        entry.key().mark(),
                        what + " has no " + entry.name() + "; it has " + String.join(", ", known) + ".");
            }
        }
    }

    static List<YamlNode> items(YamlNode node, String key) throws ComposeException {
        if (node.resolved() instanceof SequenceNode list) {
            return list.items().stream().map(YamlNode::resolved).toList();
        }
        throw new ComposeException(node.mark(), key + " has to be a list.");
    }

    static String text(YamlNode node, String key) throws ComposeException {
        if (node.resolved() instanceof ScalarNode scalar && !scalar.value().isBlank()) {
            return scalar.value().strip();
        }
        throw new ComposeException(node.mark(), key + " has to be a text.");
    }
}
