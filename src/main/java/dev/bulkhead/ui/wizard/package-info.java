/** The six pages of an iteration. */
@NullMarked
package dev.bulkhead.ui.wizard;

import org.jspecify.annotations.NullMarked;
