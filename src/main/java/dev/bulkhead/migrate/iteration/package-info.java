/** What each iteration wants: playbooks, their questions, and the proposals that need thought. */
@NullMarked
package dev.bulkhead.migrate.iteration;

import org.jspecify.annotations.NullMarked;
