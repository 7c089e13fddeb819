/** Parts of every command: its base, what it is given, its exit codes and failures. */
@NullMarked
package dev.bulkhead.cli.command;

import org.jspecify.annotations.NullMarked;
