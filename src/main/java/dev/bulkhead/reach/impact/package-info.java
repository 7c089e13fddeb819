/** What a service that is taken over, or lost, means for the others. */
@NullMarked
package dev.bulkhead.reach.impact;

import org.jspecify.annotations.NullMarked;
