/** What the operator prefers, whatever project is open. */
@NullMarked
package dev.bulkhead.ui.shell.preferences;

import org.jspecify.annotations.NullMarked;
