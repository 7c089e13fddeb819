/** The map: networks as zones, services as cards, further memberships as ties. */
@NullMarked
package dev.bulkhead.ui.canvas;

import org.jspecify.annotations.NullMarked;
