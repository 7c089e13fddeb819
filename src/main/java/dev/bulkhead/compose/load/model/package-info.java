/** Putting a project together from its files: variables, anchors, include, extends, merging, short forms. */
@NullMarked
package dev.bulkhead.compose.load.model;

import org.jspecify.annotations.NullMarked;
