/** Models of the map and the tables: what they show, and what they ask of the window; no node of the scene in them. */
@NullMarked
package dev.bulkhead.ui.canvas.model;

import org.jspecify.annotations.NullMarked;
