/** A network that spans hosts: what it asks, and how services of several hosts come onto one overlay as they run. */
@NullMarked
package dev.bulkhead.migrate.iteration.span;

import org.jspecify.annotations.NullMarked;
