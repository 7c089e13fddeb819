/** What the operator demands of reachability: rules with their places, and where a project breaks them. */
@NullMarked
package dev.bulkhead.reach.rules;

import org.jspecify.annotations.NullMarked;
