/**
 * Plans: which operations lead from one state to another, in which order and why, decided without looking at anything
 * live.
 */
@NullMarked
package dev.bulkhead.migrate.plan;

import org.jspecify.annotations.NullMarked;
