package dev.bulkhead.layout;

/**
 * A zone on the map.
 *
 * @param key key of the network, or one of {@link ZoneKeys}
 * @param tint its colour family
 * @param columns how many cards stand side by side
 */
public record ZoneBox(String key, ZoneKind kind, Tint tint, int columns, Box box) {}
