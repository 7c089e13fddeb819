/** Files that the window writes for use outside Bulkhead. */
@NullMarked
package dev.bulkhead.ui.shell.export;

import org.jspecify.annotations.NullMarked;
