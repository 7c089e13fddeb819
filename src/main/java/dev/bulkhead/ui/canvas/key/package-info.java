/** Keys of the map: one list that they are handled by and shown from. */
@NullMarked
package dev.bulkhead.ui.canvas.key;

import org.jspecify.annotations.NullMarked;
