/** Where a gesture on the map leads, and the figures of all gestures; no toolkit. */
@NullMarked
package dev.bulkhead.ui.canvas.aim;

import org.jspecify.annotations.NullMarked;
