/** Words of the window, apart from its code, so that they can be said in other languages. */
@NullMarked
package dev.bulkhead.ui.words;

import org.jspecify.annotations.NullMarked;
