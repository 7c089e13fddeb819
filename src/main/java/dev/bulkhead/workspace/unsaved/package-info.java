/** Edits that were not saved, kept so that they outlive the end of the process. */
@NullMarked
package dev.bulkhead.workspace.unsaved;

import org.jspecify.annotations.NullMarked;
