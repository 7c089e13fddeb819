/** Files of a project that a container finds at paths of its own, over bind mounts. */
@NullMarked
package dev.bulkhead.compose.mount;

import org.jspecify.annotations.NullMarked;
