/** Watch over a change once it is done: until when it waits for the operator's word, and what counts as a break. */
@NullMarked
package dev.bulkhead.migrate.watch;

import org.jspecify.annotations.NullMarked;
