/** Picture of the address space: where its blocks stand and how they are drawn; no toolkit. */
@NullMarked
package dev.bulkhead.layout.address;

import org.jspecify.annotations.NullMarked;
