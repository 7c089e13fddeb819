/** The status of a project, printed. */
@NullMarked
package dev.bulkhead.cli.output.status;

import org.jspecify.annotations.NullMarked;
