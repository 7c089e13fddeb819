/** What of the pictures is looked at: filters, neighbours alone, and what changed since the last save. */
@NullMarked
package dev.bulkhead.ui.canvas.sight;

import org.jspecify.annotations.NullMarked;
