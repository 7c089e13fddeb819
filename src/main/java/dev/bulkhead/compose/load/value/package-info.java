/** Values of the Compose model while it is put together, each with its place in the text, and the forms they may take. */
@NullMarked
package dev.bulkhead.compose.load.value;

import org.jspecify.annotations.NullMarked;
