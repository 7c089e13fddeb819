/** What was measured of containers over a window of time, and the meter that does it. */
@NullMarked
package dev.bulkhead.engine.measured;

import org.jspecify.annotations.NullMarked;
