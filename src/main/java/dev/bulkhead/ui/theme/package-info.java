/** Colours, typefaces and icons of the window, light and dark. */
@NullMarked
package dev.bulkhead.ui.theme;

import org.jspecify.annotations.NullMarked;
