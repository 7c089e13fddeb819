/**
 * Reach: who reaches whom and why, as verdicts with typed reasons for every pair of subjects, and what a change opens
 * or closes.
 */
@NullMarked
package dev.bulkhead.reach;

import org.jspecify.annotations.NullMarked;
