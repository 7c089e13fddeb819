/** Immutable records that describe a Compose project's networks and services, and the edits that change them. */
@NullMarked
package dev.bulkhead.topology;

import org.jspecify.annotations.NullMarked;
