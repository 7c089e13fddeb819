/** Cards of the map, and what of them can be read at a zoom. */
@NullMarked
package dev.bulkhead.ui.canvas.card;

import org.jspecify.annotations.NullMarked;
