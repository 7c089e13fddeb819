/**
 * Surroundings of a project, which host and engine add to its files: ranges in use, facts about packets, address pools,
 * and what is not known.
 */
@NullMarked
package dev.bulkhead.surroundings;

import org.jspecify.annotations.NullMarked;
