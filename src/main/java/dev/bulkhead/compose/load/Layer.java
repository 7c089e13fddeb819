package dev.bulkhead.compose.load;

import dev.bulkhead.compose.load.Value.MapValue;

/**
 * One document of a Compose file, ready to be merged over those before it.
 *
 * @param root its content with variables replaced
 * @param resets what it drops of those before it
 */
record Layer(MapValue root, ResetPaths resets) {}
