/** What {@code docker stack deploy} would refuse, change or drop of a project, one finding for each key, and who then reaches whom. */
@NullMarked
package dev.bulkhead.check.stack;

import org.jspecify.annotations.NullMarked;
