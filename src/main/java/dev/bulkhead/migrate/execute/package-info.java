/** Carrying out the steps of a plan: single operations, and those side by side that do not wait for each other. */
@NullMarked
package dev.bulkhead.migrate.execute;

import org.jspecify.annotations.NullMarked;
