/** Addresses and subnets: strict values, overlaps, free ranges, capacity, and what automatic allocation takes. */
@NullMarked
package dev.bulkhead.address;

import org.jspecify.annotations.NullMarked;
