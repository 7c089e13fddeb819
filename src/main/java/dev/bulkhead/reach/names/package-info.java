/** Names of containers: who is told of whom, and who answers when a name is looked up. */
@NullMarked
package dev.bulkhead.reach.names;

import org.jspecify.annotations.NullMarked;
