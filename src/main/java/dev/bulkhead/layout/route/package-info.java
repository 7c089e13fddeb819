/** Lines from cards to the zones of their further networks, led around what is in the way. */
@NullMarked
package dev.bulkhead.layout.route;

import org.jspecify.annotations.NullMarked;
