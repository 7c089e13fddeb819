/** Pending changes as lines to look at. */
@NullMarked
package dev.bulkhead.ui.shell.diff;

import org.jspecify.annotations.NullMarked;
