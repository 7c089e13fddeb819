/** Checks of names: whom services name, and who answers. */
@NullMarked
package dev.bulkhead.check.names;

import org.jspecify.annotations.NullMarked;
