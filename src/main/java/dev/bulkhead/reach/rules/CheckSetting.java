package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.SourceMark;

/**
 * Severity that the operator gives the findings of one check: an entry of the rules file's list, as written.
 *
 * @param rule the id of the rule, known or not
 * @param level the level, known or not
 * @param at where the id stands
 * @param levelAt where the level stands
 */
public record CheckSetting(String rule, String level, SourceMark at, SourceMark levelAt) {}
