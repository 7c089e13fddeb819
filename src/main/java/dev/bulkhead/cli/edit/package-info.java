/** The command {@code edit} and the words it understands. */
@NullMarked
package dev.bulkhead.cli.edit;

import org.jspecify.annotations.NullMarked;
