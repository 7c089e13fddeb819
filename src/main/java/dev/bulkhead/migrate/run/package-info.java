/** Carries a plan out, one journalled operation at a time, and survives its own end. */
@NullMarked
package dev.bulkhead.migrate.run;

import org.jspecify.annotations.NullMarked;
