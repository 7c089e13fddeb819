/**
 * Migration of a project: the one session object that the wizard and the command line drive, and what became of earlier
 * runs.
 */
@NullMarked
package dev.bulkhead.migrate;

import org.jspecify.annotations.NullMarked;
