/** Gestures of the mouse and the keyboard on the map, one small class per gesture. */
@NullMarked
package dev.bulkhead.ui.canvas.gesture;

import org.jspecify.annotations.NullMarked;
