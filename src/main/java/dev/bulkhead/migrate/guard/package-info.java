/** Guard of a change, which takes it back when nobody confirms it or what has to work breaks. */
@NullMarked
package dev.bulkhead.migrate.guard;

import org.jspecify.annotations.NullMarked;
