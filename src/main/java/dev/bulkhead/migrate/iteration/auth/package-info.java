/** Iteration 4: nobody but signed-in people reach what is not public. */
@NullMarked
package dev.bulkhead.migrate.iteration.auth;

import org.jspecify.annotations.NullMarked;
