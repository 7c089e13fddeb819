/** Plans for addresses: automatic subnets and addresses to come, room and its use, moving a network elsewhere. */
@NullMarked
package dev.bulkhead.address.plan;

import org.jspecify.annotations.NullMarked;
