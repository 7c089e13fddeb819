/** Import of what an engine runs: a Compose project that makes the same again, out of what the engine tells. */
@NullMarked
package dev.bulkhead.workspace.imported;

import org.jspecify.annotations.NullMarked;
