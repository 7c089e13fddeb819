/** Running docker compose for the services of a project. */
@NullMarked
package dev.bulkhead.engine.cli;

import org.jspecify.annotations.NullMarked;
