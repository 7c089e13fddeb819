/** Reading a topology out of a model that has been put together, and what Compose would refuse in it. */
@NullMarked
package dev.bulkhead.compose.load.read;

import org.jspecify.annotations.NullMarked;
