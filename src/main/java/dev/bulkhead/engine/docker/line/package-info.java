/** The line to an engine: HTTP over a socket, over TCP with or without certificates, or through ssh, with limits on answers. */
@NullMarked
package dev.bulkhead.engine.docker.line;

import org.jspecify.annotations.NullMarked;
