/**
 * Verification of the live system before a run and after it: preflight, probes from inside containers, and what has to hold.
 */
@NullMarked
package dev.bulkhead.migrate.verify;

import org.jspecify.annotations.NullMarked;
