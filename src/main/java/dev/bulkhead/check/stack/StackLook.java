package dev.bulkhead.check.stack;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.stack.StackFile;
import dev.bulkhead.compose.stack.StackProject;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A look at a project as a stack: what is looked at, and who hears what is found.
 *
 * @param input the project as it is usually checked
 * @param stack the same as the client of a stack reads it
 * @param reach who reaches whom in it
 * @param findings hears what is found
 */
record StackLook(CheckInput input, StackProject stack, StackReach reach, Consumer<Finding> findings) {

    private static final Map<String, String> KINDS = Map.of(
            "services",
            "service",
            "networks",
            "network",
            "volumes",
            "volume",
            "secrets",
            "secret",
            "configs",
            "config");

    /** Sections whose elements are named in a sentence and in a finding. */
    private static final Set<String> SECTIONS = KINDS.keySet();

    /** Tells of a key. */
    void tell(StackFate fate, Severity severity, List<String> path, Place at, String meaning, String remedy) {
        tell(fate, severity, path, at.mark(), meaning, remedy);
    }

    void tell(StackFate fate, Severity severity, List<String> path, SourceMark at, String meaning, String remedy) {
        String message = "A stack " + fate.verb() + " " + named(path) + (meaning.isEmpty() ? "" : ": " + meaning) + ".";
        findings.accept(new Finding(
                fate.id(), severity, subjects(path), message, Optional.of(at), Optional.of(remedy), Optional.empty()));
    }

    /** Returns what a path leads to, such as {@code ports of the service web}. */
    static String named(List<String> path) {
        if (path.size() < 2 || !SECTIONS.contains(path.getFirst())) {
            return String.join(".", path) + (path.size() == 1 ? " at the top of the file" : "");
        }
        String owner = "the " + KINDS.get(path.getFirst()) + " " + path.get(1);
        return path.size() == 2
                ? owner
                : String.join(".", path.subList(2, path.size())).replace(".[]", "[]") + " of " + owner;
    }

    private static List<Element> subjects(List<String> path) {
        if (path.size() < 2) {
            return List.of();
        }
        String key = path.get(1);
        return switch (path.getFirst()) {
            case "services" -> List.of(new Element.ServiceElement(key));
            case "networks" -> List.of(new Element.NetworkElement(key));
            case "volumes" -> List.of(new Element.VolumeElement(key));
            case "secrets" -> List.of(new Element.SecretElement(key));
            case "configs" -> List.of(new Element.ConfigElement(key));
            default -> List.of();
        };
    }

    /** Returns the elements of a section of a file. */
    static Map<String, Field> section(StackFile file, String section) {
        return FieldReader.map(file.root(), section).map(MapValue::fields).orElse(Map.of());
    }

    /** Returns a field of an element. */
    static Optional<Field> field(Field element, String name) {
        return element.value() instanceof MapValue map ? map.field(name) : Optional.empty();
    }

    /** Returns the items of a list of an element. */
    static List<Value> items(Field element, String name) {
        return element.value() instanceof MapValue map ? FieldReader.items(map, name) : List.of();
    }

    /** Returns a mapping of an element. */
    static Optional<MapValue> map(Field element, String name) {
        return element.value() instanceof MapValue map ? FieldReader.map(map, name) : Optional.empty();
    }

    /** Returns a field of an element that says something. */
    static Optional<Value> said(Field element, String name) {
        return field(element, name).map(Field::value).filter(StackKey::says);
    }
}
