package dev.bulkhead.migrate.record;

/**
 * A record that cannot be used; it is left where it is and keeps no other from being used.
 *
 * @param record its name, which is that of its directory
 * @param sentence what is wrong with it and what follows
 */
public record Damage(String record, String sentence) {}
