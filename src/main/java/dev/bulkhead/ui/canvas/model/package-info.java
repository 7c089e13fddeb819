/** What the map and the tables show, and what they ask of the window; no node of the scene in it. */
@NullMarked
package dev.bulkhead.ui.canvas.model;

import org.jspecify.annotations.NullMarked;
