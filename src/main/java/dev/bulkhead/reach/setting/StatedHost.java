package dev.bulkhead.reach.setting;

import dev.bulkhead.topology.SourceMark;

/**
 * Host that the operator gives a name in the part {@code hosts:} of the rules file.
 *
 * @param name what the operator calls it
 * @param address where its engine is, as {@code --engine} takes it
 * @param at where the name stands
 */
public record StatedHost(String name, String address, SourceMark at) {}
