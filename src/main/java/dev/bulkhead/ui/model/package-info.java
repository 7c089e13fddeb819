/** Models of the open project that the parts of the window share; no node of the scene in them. */
@NullMarked
package dev.bulkhead.ui.model;

import org.jspecify.annotations.NullMarked;
