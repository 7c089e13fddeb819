/** Markdown as nodes to read. */
@NullMarked
package dev.bulkhead.ui.markdown;

import org.jspecify.annotations.NullMarked;
