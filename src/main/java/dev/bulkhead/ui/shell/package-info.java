/** The main window: what surrounds the views of a project and holds them together. */
@NullMarked
package dev.bulkhead.ui.shell;

import org.jspecify.annotations.NullMarked;
