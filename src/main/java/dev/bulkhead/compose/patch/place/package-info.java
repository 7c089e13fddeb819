/** Places where the parts of a project are written, and drafts of changes there. */
@NullMarked
package dev.bulkhead.compose.patch.place;

import org.jspecify.annotations.NullMarked;
