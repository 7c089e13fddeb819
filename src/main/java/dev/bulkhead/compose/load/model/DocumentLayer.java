package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.load.value.ResetPaths;
import dev.bulkhead.compose.load.value.Value.MapValue;

/**
 * One document of a Compose file, ready to be merged over those before it.
 *
 * @param root its content with variables replaced
 * @param resets what it drops of those before it
 */
record DocumentLayer(MapValue root, ResetPaths resets) {}
