/** Topology edits back to the smallest change of the source text. */
@NullMarked
package dev.bulkhead.compose.patch;

import org.jspecify.annotations.NullMarked;
