/** Reach in the window: who reaches whom, as a matrix to look at and as an answer in words. */
@NullMarked
package dev.bulkhead.ui.reach;

import org.jspecify.annotations.NullMarked;
