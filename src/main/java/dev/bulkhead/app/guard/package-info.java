/** Starting guards of changes, each in a process of its own. */
@NullMarked
package dev.bulkhead.app.guard;

import org.jspecify.annotations.NullMarked;
