/** Random topologies started on real engines, where packets and look-ups tell whether {@code reach} says the truth. */
@NullMarked
package dev.bulkhead.reach.truth;

import org.jspecify.annotations.NullMarked;
