/** Monitoring: who keeps logs and measurements of a project, what is fetched from whom by which way, and what is shown. */
@NullMarked
package dev.bulkhead.migrate.iteration.monitoring;

import org.jspecify.annotations.NullMarked;
