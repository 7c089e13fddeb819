/** Edits that the views ask for, with the forms that ask back. */
@NullMarked
package dev.bulkhead.ui.shell.edit;

import org.jspecify.annotations.NullMarked;
