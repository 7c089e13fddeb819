/** Changes of text for edits of networks and memberships. */
@NullMarked
package dev.bulkhead.compose.patch.network;

import org.jspecify.annotations.NullMarked;
