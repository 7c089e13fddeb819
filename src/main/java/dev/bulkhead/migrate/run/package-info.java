/** Runs, which carry a plan out, one journalled operation at a time, and survive the end of their process. */
@NullMarked
package dev.bulkhead.migrate.run;

import org.jspecify.annotations.NullMarked;
