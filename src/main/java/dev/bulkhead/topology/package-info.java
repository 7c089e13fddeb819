/** Immutable records that describe a Compose project's networks and services. */
@NullMarked
package dev.bulkhead.topology;

import org.jspecify.annotations.NullMarked;
