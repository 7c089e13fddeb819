/** Panels around the view in the middle: elements at the left, tabs below, the files. */
@NullMarked
package dev.bulkhead.ui.shell.panel;

import org.jspecify.annotations.NullMarked;
