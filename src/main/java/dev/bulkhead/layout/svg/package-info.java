/** The map as an SVG picture. */
@NullMarked
package dev.bulkhead.layout.svg;

import org.jspecify.annotations.NullMarked;
