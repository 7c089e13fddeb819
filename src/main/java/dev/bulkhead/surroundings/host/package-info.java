/** The one place that asks machine and engine for what is around a project, and whether both are the same machine. */
@NullMarked
package dev.bulkhead.surroundings.host;

import org.jspecify.annotations.NullMarked;
