/** The entry point and the one place where the parts are put together by hand. */
@NullMarked
package dev.bulkhead.app;

import org.jspecify.annotations.NullMarked;
