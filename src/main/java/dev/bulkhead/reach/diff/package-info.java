/** Difference of two reach matrices: what a change opens, closes, widens and narrows. */
@NullMarked
package dev.bulkhead.reach.diff;

import org.jspecify.annotations.NullMarked;
