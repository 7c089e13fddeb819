/** Review of an iteration before it is carried out: the plan, the change of the files, what both mean; nothing is written. */
@NullMarked
package dev.bulkhead.migrate.review;

import org.jspecify.annotations.NullMarked;
