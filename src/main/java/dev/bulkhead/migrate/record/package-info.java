/**
 * Records that a project's migrations write, and how they are kept: each with its format and its digest, and closed
 * to other users.
 */
@NullMarked
package dev.bulkhead.migrate.record;

import org.jspecify.annotations.NullMarked;
