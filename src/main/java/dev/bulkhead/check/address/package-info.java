/** Checks of subnets and addresses: one class per finding. */
@NullMarked
package dev.bulkhead.check.address;

import org.jspecify.annotations.NullMarked;
