/** Networks that come to span hosts, on real engines. */
@NullMarked
package dev.bulkhead.migrate.span;

import org.jspecify.annotations.NullMarked;
