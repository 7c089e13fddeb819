/** Order of the lanes picture: networks as lines, services as columns, tier by tier, dots near the diagonal. */
@NullMarked
package dev.bulkhead.layout.lanes;

import org.jspecify.annotations.NullMarked;
