/** Path of the iterations: the bar of steps under the toolbar, and where the project stands on it. */
@NullMarked
package dev.bulkhead.ui.shell.path;

import org.jspecify.annotations.NullMarked;
