/** Giving a written value another meaning, so that what comes from a variable still does. */
@NullMarked
package dev.bulkhead.compose.patch.value;

import org.jspecify.annotations.NullMarked;
