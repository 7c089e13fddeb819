/** Restore points: what files and engine were before, and the way back to exactly that. */
@NullMarked
package dev.bulkhead.migrate.restore;

import org.jspecify.annotations.NullMarked;
