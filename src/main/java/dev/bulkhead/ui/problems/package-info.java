/** Findings with their place and their fix. */
@NullMarked
package dev.bulkhead.ui.problems;

import org.jspecify.annotations.NullMarked;
