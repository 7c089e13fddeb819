/** TLS: certificates for the names of routes, HTTPS for each, a redirect for the rest. */
@NullMarked
package dev.bulkhead.migrate.iteration.tls;

import org.jspecify.annotations.NullMarked;
