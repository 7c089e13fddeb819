/** Arrangement of rectangular blocks in a plane: in rows, in layers, by forces, or beside what stands already. */
@NullMarked
package dev.bulkhead.layout.arrange;

import org.jspecify.annotations.NullMarked;
