/** The rules of the house, and a proof for each that it bites. */
@NullMarked
package dev.bulkhead.architecture;

import org.jspecify.annotations.NullMarked;
