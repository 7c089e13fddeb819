/** The operator's files as text, to read and to type in. */
@NullMarked
package dev.bulkhead.ui.shell.files;

import org.jspecify.annotations.NullMarked;
