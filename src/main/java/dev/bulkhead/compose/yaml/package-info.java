/** YAML text to nodes that know their place in the text, anchors and style included. */
@NullMarked
package dev.bulkhead.compose.yaml;

import org.jspecify.annotations.NullMarked;
