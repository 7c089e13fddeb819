/** Impact of a service that is taken over, or lost, on the others. */
@NullMarked
package dev.bulkhead.reach.impact;

import org.jspecify.annotations.NullMarked;
