/** What Bulkhead needs of a container engine: its observed state and the calls that change it. */
@NullMarked
package dev.bulkhead.engine;

import org.jspecify.annotations.NullMarked;
