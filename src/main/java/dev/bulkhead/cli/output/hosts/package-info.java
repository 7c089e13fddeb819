/** What runs on several hosts, printed. */
@NullMarked
package dev.bulkhead.cli.output.hosts;

import org.jspecify.annotations.NullMarked;
