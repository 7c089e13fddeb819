/** A Compose project on disk: its document with undo, saving as one transaction, and Bulkhead's own state beside it. */
@NullMarked
package dev.bulkhead.workspace;

import org.jspecify.annotations.NullMarked;
