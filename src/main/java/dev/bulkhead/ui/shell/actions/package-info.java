/** Every command of the window in one place: text, icon, key and what it does. */
@NullMarked
package dev.bulkhead.ui.shell.actions;

import org.jspecify.annotations.NullMarked;
