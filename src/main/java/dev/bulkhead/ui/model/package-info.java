/** What the window knows of the open project and shares between its parts; no node of the scene in it. */
@NullMarked
package dev.bulkhead.ui.model;

import org.jspecify.annotations.NullMarked;
