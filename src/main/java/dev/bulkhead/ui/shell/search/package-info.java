/** Finding one's way by a few letters: what of a project a text is found in, and the field it is typed into. */
@NullMarked
package dev.bulkhead.ui.shell.search;

import org.jspecify.annotations.NullMarked;
