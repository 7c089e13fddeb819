/** Motion of the picture: short, cut off by the hand, and none for whom it is too much. */
@NullMarked
package dev.bulkhead.ui.canvas.motion;

import org.jspecify.annotations.NullMarked;
