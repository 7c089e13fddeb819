/** What gestures, keys and menus need of the map they work on. */
@NullMarked
package dev.bulkhead.ui.canvas.surface;

import org.jspecify.annotations.NullMarked;
