/** Pictures made without a window on the screen. */
@NullMarked
package dev.bulkhead.app.picture;

import org.jspecify.annotations.NullMarked;
