/** The command line: one class per command, over the same core as the window. */
@NullMarked
package dev.bulkhead.cli;

import org.jspecify.annotations.NullMarked;
