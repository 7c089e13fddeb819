/** What differs between the files and the running engine, for the map, the inspector and the side panel. */
@NullMarked
package dev.bulkhead.ui.drift;

import org.jspecify.annotations.NullMarked;
