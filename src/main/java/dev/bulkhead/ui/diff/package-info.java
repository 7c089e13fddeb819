/** Pending changes as lines to look at. */
@NullMarked
package dev.bulkhead.ui.diff;

import org.jspecify.annotations.NullMarked;
