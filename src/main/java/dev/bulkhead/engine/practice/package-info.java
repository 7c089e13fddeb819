/** An engine in memory, for the first minute and for fast tests. */
@NullMarked
package dev.bulkhead.engine.practice;

import org.jspecify.annotations.NullMarked;
