/** Commands in words: their options, and passwords among them. */
@NullMarked
package dev.bulkhead.topology.command;

import org.jspecify.annotations.NullMarked;
