/** State of a container engine as it answered: networks, containers, memberships, and what changed between two answers. */
@NullMarked
package dev.bulkhead.engine.observed;

import org.jspecify.annotations.NullMarked;
