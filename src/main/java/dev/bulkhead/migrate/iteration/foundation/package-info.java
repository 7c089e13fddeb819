/** Iteration 1, the network foundation: which tiers, which subnets, which service where, and why. */
@NullMarked
package dev.bulkhead.migrate.iteration.foundation;

import org.jspecify.annotations.NullMarked;
