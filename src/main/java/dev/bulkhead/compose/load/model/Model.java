package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.load.value.ResetPaths;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.topology.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections of a project as far as it has been put together; grows file by file. */
public final class Model {

    public static final String SERVICES = "services";
    public static final String NETWORKS = "networks";
    public static final String VOLUMES = "volumes";
    public static final String SECRETS = "secrets";
    public static final String CONFIGS = "configs";
    public static final String MODELS = "models";

    /** The sections of named elements. */
    public static final List<String> SECTIONS = List.of(SERVICES, NETWORKS, VOLUMES, SECRETS, CONFIGS, MODELS);

    private final Map<String, Map<String, Field>> sections = new LinkedHashMap<>();
    private boolean content;

    /** Returns the elements of a section, for reading and changing. */
    public Map<String, Field> section(String name) {
        return sections.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    /** Returns the name of an element of a section. */
    public static Element element(String section, String name) {
        return switch (section) {
            case SERVICES -> Element.service(name);
            case NETWORKS -> Element.network(name);
            case VOLUMES -> new Element.VolumeElement(name);
            case SECRETS -> new Element.SecretElement(name);
            case CONFIGS -> new Element.ConfigElement(name);
            case MODELS -> new Element.ModelElement(name);
            default -> throw new IllegalArgumentException("no section " + section);
        };
    }

    /** Notes that some document had at least one key. */
    void markContent() {
        content = true;
    }

    /** Returns whether no document had any key. */
    public boolean isEmpty() {
        return !content;
    }

    /** Drops what a document resets before it is merged. */
    void apply(ResetPaths resets) {
        for (String section : SECTIONS) {
            ResetPaths below = resets.below(section);
            if (below.paths().isEmpty()) {
                continue;
            }
            if (below.dropsAll()) {
                section(section).clear();
            }
            for (String name : List.copyOf(section(section).keySet())) {
                reset(section(section), name, below.below(name));
            }
        }
    }

    private static void reset(Map<String, Field> section, String name, ResetPaths resets) {
        Field field = section.get(name);
        if (field == null || resets.paths().isEmpty()) {
            return;
        }
        if (resets.dropsAll()) {
            section.remove(name);
        } else if (field.value() instanceof MapValue map) {
            section.put(name, new Field(field.key(), resets.applyTo(map)));
        }
    }
}
