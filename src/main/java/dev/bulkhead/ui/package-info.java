/** The window, in parts that each own one view. */
@NullMarked
package dev.bulkhead.ui;

import org.jspecify.annotations.NullMarked;
