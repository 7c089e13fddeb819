/** Values that every part of one session shares, and what a window needs of the world. */
@NullMarked
package dev.bulkhead.ui.shell.context;

import org.jspecify.annotations.NullMarked;
