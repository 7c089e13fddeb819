/**
 * Iterations and what they lead to: the goals that playbooks, answers and the project give, and the proposals that need
 * thought.
 */
@NullMarked
package dev.bulkhead.migrate.iteration;

import org.jspecify.annotations.NullMarked;
