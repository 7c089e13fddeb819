/** The status of a project as a sheet of headed parts, which page, window and file show alike. */
@NullMarked
package dev.bulkhead.migrate.status.sheet;

import org.jspecify.annotations.NullMarked;
