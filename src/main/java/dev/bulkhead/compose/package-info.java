/** Compose projects as read from disk: the topology, where each part stands, and the text it came from. */
@NullMarked
package dev.bulkhead.compose;

import org.jspecify.annotations.NullMarked;
