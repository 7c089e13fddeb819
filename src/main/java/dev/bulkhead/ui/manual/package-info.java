/** The manual in a window of its own: pages, contents, search, and what leads to which page. */
@NullMarked
package dev.bulkhead.ui.manual;

import org.jspecify.annotations.NullMarked;
