/** The engine reached through docker-java. */
@NullMarked
package dev.bulkhead.engine.docker;

import org.jspecify.annotations.NullMarked;
