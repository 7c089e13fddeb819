package dev.bulkhead.compose.yaml;

import dev.bulkhead.topology.SourceMark;

/**
 * A comment.
 *
 * @param text what it says, from its {@code #} to the end of the line
 * @param at where its {@code #} stands
 * @param about the line it speaks of: its own, or where it has a line to itself the next one that holds more than comments
 */
public record YamlComment(String text, SourceMark at, int about) {}
