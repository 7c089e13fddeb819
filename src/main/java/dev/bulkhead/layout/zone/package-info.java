/** Zones, sections and cards of a project's map: which there are, in which colour, and where they stand. */
@NullMarked
package dev.bulkhead.layout.zone;

import org.jspecify.annotations.NullMarked;
