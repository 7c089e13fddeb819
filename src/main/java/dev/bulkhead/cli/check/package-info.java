/** The commands {@code check} and {@code accept}: findings, what they are compared with, and what is accepted of them. */
@NullMarked
package dev.bulkhead.cli.check;

import org.jspecify.annotations.NullMarked;
