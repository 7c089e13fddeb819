/** Reports by published benchmarks, printed: text, Markdown, JSON. */
@NullMarked
package dev.bulkhead.cli.output.benchmark;

import org.jspecify.annotations.NullMarked;
