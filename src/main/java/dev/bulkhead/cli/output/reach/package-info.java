/** Answers about reach, printed: matrices, explanations, what a service could do. */
@NullMarked
package dev.bulkhead.cli.output.reach;

import org.jspecify.annotations.NullMarked;
