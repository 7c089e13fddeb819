/** Iteration 5: secrets move out of environments, commands and .env into files of their own. */
@NullMarked
package dev.bulkhead.migrate.iteration.secrets;

import org.jspecify.annotations.NullMarked;
