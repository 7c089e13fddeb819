/** What was done and measured, as Markdown, and the state of the iterations. */
@NullMarked
package dev.bulkhead.migrate.report;

import org.jspecify.annotations.NullMarked;
