/** Starting, stopping and restarting a container by hand, with what that means for others. */
@NullMarked
package dev.bulkhead.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
