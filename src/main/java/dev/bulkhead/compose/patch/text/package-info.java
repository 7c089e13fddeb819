/** Changes of YAML text that keep everything else of it: comments, anchors, quotes, indentation, line endings. */
@NullMarked
package dev.bulkhead.compose.patch.text;

import org.jspecify.annotations.NullMarked;
