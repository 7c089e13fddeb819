/** Compose files to a topology: discover, interpolate, include, extend, merge, normalise. */
@NullMarked
package dev.bulkhead.compose.load;

import org.jspecify.annotations.NullMarked;
