/** What the Compose Specification allows to be written where, and what of a file it does not allow. */
@NullMarked
package dev.bulkhead.compose.schema;

import org.jspecify.annotations.NullMarked;
