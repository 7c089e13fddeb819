package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.SourceMark;

/**
 * How severe the operator takes the findings of one check: an entry of {@code checks}, as written.
 *
 * @param check the id of the check, known or not
 * @param level the level, known or not
 * @param at where the id stands
 * @param levelAt where the level stands
 */
public record CheckSetting(String check, String level, SourceMark at, SourceMark levelAt) {}
