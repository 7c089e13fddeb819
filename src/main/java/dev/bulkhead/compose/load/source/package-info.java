/** Finding and reading what a project is made of: its files, its variables, its name. */
@NullMarked
package dev.bulkhead.compose.load.source;

import org.jspecify.annotations.NullMarked;
