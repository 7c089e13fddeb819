/** Reports of what was done and measured, as Markdown, and plans as JSON. */
@NullMarked
package dev.bulkhead.migrate.report;

import org.jspecify.annotations.NullMarked;
