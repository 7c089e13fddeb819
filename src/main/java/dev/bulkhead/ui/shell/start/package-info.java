/** Page of the window while no project is open, and the ways to one. */
@NullMarked
package dev.bulkhead.ui.shell.start;

import org.jspecify.annotations.NullMarked;
