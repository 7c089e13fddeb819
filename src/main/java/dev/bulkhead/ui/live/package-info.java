/** State of the engine, as the window shows it. */
@NullMarked
package dev.bulkhead.ui.live;

import org.jspecify.annotations.NullMarked;
