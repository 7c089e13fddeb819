/** Zones of the map: networks, their sections and their names. */
@NullMarked
package dev.bulkhead.ui.canvas.zone;

import org.jspecify.annotations.NullMarked;
