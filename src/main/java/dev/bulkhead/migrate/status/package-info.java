/** Status of a project on its path of iterations, as a value and as a page. */
@NullMarked
package dev.bulkhead.migrate.status;

import org.jspecify.annotations.NullMarked;
