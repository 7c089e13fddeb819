/** Iteration 8: what only the old flat network carries gets another way, then everybody leaves it and it goes. */
@NullMarked
package dev.bulkhead.migrate.iteration.retire;

import org.jspecify.annotations.NullMarked;
