/** Questions the window asks, laid over it. */
@NullMarked
package dev.bulkhead.ui.dialog;

import org.jspecify.annotations.NullMarked;
