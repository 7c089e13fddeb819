/** Goals: how files and engine should be, what has to hold afterwards, and what is meant to disappear. */
@NullMarked
package dev.bulkhead.migrate.goal;

import org.jspecify.annotations.NullMarked;
