/** Container engines as Bulkhead needs them: their observed state and the calls that change it. */
@NullMarked
package dev.bulkhead.engine;

import org.jspecify.annotations.NullMarked;
