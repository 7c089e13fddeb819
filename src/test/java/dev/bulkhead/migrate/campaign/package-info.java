/** The campaign of mishaps: whatever can go wrong with a run, at every point of it, generated and judged. */
@NullMarked
package dev.bulkhead.migrate.campaign;

import org.jspecify.annotations.NullMarked;
