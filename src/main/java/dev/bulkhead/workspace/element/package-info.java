/** What becomes of everything that names a service or network when it is renamed or removed, as one change. */
@NullMarked
package dev.bulkhead.workspace.element;

import org.jspecify.annotations.NullMarked;
