/** Context of a project's migrations: what they are given, the lock on the project, and the failure that all of them tell. */
@NullMarked
package dev.bulkhead.migrate.project;

import org.jspecify.annotations.NullMarked;
