/** Rules of the operator about reachability, with their places, and where a project breaks them. */
@NullMarked
package dev.bulkhead.reach.rules;

import org.jspecify.annotations.NullMarked;
