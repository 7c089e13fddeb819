/** The guard: takes a change back when nobody confirms it, or when what has to work breaks. */
@NullMarked
package dev.bulkhead.migrate.guard;

import org.jspecify.annotations.NullMarked;
