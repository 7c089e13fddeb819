/** What lies over the map and does not move with it: bars, notes, the small map. */
@NullMarked
package dev.bulkhead.ui.canvas.over;

import org.jspecify.annotations.NullMarked;
