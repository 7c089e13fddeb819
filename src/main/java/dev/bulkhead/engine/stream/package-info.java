/** Streams of what an engine goes on telling: lines of logs and figures of containers. */
@NullMarked
package dev.bulkhead.engine.stream;

import org.jspecify.annotations.NullMarked;
