/** Evidence from a project's files and the catalogue: who a service is and whom it talks to. */
@NullMarked
package dev.bulkhead.migrate.iteration.evidence;

import org.jspecify.annotations.NullMarked;
