/** Tests and benchmark of what is seen of a run from outside. */
@NullMarked
package dev.bulkhead.migrate.outside;

import org.jspecify.annotations.NullMarked;
