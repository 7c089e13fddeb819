/** The address space as a picture to look at and to work with. */
@NullMarked
package dev.bulkhead.ui.address;

import org.jspecify.annotations.NullMarked;
