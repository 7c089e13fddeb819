/** Text with colours and a margin, to read and to edit; the only room that knows the library behind it. */
@NullMarked
package dev.bulkhead.ui.code;

import org.jspecify.annotations.NullMarked;
