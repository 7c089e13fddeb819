package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Place;

/**
 * Something of a file that the Compose Specification does not allow.
 *
 * @param at where it stands
 * @param message what is wrong
 * @param fix what would be right
 */
public record Misfit(Place at, String message, String fix) {}
