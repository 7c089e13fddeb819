/** A user's own files of the application: where they stand, the log, and remembered choices. */
@NullMarked
package dev.bulkhead.app.home;

import org.jspecify.annotations.NullMarked;
