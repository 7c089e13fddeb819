/** Menus of the map, of what is under the pointer or has the focus. */
@NullMarked
package dev.bulkhead.ui.canvas.menu;

import org.jspecify.annotations.NullMarked;
