/** A project made into a stack: its file, the reason of each choice, what of it is lost, and the commands that exchange it step by step. */
@NullMarked
package dev.bulkhead.check.stack.make;

import org.jspecify.annotations.NullMarked;
