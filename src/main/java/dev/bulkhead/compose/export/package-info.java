/** Compose text, runbooks and pictures of a topology for use outside Bulkhead. */
@NullMarked
package dev.bulkhead.compose.export;

import org.jspecify.annotations.NullMarked;
