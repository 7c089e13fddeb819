/** Walks a project through an iteration: the one session object that the wizard and the command line drive. */
@NullMarked
package dev.bulkhead.migrate;

import org.jspecify.annotations.NullMarked;
