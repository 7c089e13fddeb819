/** The bridge to the JavaFX thread: background tasks with progress and cancel, which tests run inline. */
@NullMarked
package dev.bulkhead.ui.fx;

import org.jspecify.annotations.NullMarked;
