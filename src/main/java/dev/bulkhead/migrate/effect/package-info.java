/** Effect of a plan: what it opens and closes, at its end and between any two of its steps. */
@NullMarked
package dev.bulkhead.migrate.effect;

import org.jspecify.annotations.NullMarked;
