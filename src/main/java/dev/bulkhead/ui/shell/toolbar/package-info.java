/** Bars of the window: menu, toolbar, status line. */
@NullMarked
package dev.bulkhead.ui.shell.toolbar;

import org.jspecify.annotations.NullMarked;
