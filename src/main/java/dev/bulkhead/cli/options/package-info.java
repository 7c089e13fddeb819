/** Options that several commands share, each with what it resolves to. */
@NullMarked
package dev.bulkhead.cli.options;

import org.jspecify.annotations.NullMarked;
