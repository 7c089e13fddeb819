package dev.bulkhead.compose.yaml;

/**
 * One key of a mapping with its value.
 *
 * @param key the key as written; an alias where the key is one
 * @param name the text of the key
 * @param value the value; an empty scalar where nothing is written
 */
public record MappingEntry(YamlNode key, String name, YamlNode value) {

    /** The key that takes over the entries of other mappings. */
    public static final String MERGE = "<<";

    /** Returns whether this entry takes over the entries of other mappings. */
    public boolean isMerge() {
        return name.equals(MERGE) && key instanceof ScalarNode scalar && scalar.style() == ScalarStyle.PLAIN;
    }
}
