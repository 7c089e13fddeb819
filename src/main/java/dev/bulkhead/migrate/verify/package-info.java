/** Looks at the live system before and after: preflight, probes from inside containers, and what has to hold. */
@NullMarked
package dev.bulkhead.migrate.verify;

import org.jspecify.annotations.NullMarked;
