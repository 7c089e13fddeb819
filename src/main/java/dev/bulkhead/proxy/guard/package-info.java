/** Guards in front of routes: what asks who comes before a reverse proxy hands a request on, read and written. */
@NullMarked
package dev.bulkhead.proxy.guard;

import org.jspecify.annotations.NullMarked;
