/** How what a project's migrations write down is kept: with its format, its digest, and closed to other users. */
@NullMarked
package dev.bulkhead.migrate.record;

import org.jspecify.annotations.NullMarked;
