/** Questions the window asks, laid over it. */
@NullMarked
package dev.bulkhead.ui.shell.dialog;

import org.jspecify.annotations.NullMarked;
