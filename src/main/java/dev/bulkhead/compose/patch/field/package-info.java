/** Changes of text for edits of the fields of a service. */
@NullMarked
package dev.bulkhead.compose.patch.field;

import org.jspecify.annotations.NullMarked;
