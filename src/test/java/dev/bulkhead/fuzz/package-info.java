/** Bytes that nobody would write, read and edited as Compose files: targets for {@code installers/fuzz.sh}. */
@NullMarked
package dev.bulkhead.fuzz;

import org.jspecify.annotations.NullMarked;
