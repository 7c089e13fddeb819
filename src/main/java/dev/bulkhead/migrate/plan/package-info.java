/** Decides, without looking at anything live, which operations lead from one state to another, in which order and why. */
@NullMarked
package dev.bulkhead.migrate.plan;

import org.jspecify.annotations.NullMarked;
