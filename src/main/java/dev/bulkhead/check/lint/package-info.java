/** Checks of what Compose accepts and what still does not work, opens the host or is worth knowing. */
@NullMarked
package dev.bulkhead.check.lint;

import org.jspecify.annotations.NullMarked;
