/** Opening of the pages of an iteration, and the question before a rollback. */
@NullMarked
package dev.bulkhead.ui.shell.iteration;

import org.jspecify.annotations.NullMarked;
