/** Engines of several hosts, asked side by side, and what each of them has. */
@NullMarked
package dev.bulkhead.engine.hosts;

import org.jspecify.annotations.NullMarked;
