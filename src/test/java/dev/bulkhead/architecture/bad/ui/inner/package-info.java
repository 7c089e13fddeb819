/** Deliberately bad: a sample for the rules of the house. */
@NullMarked
package dev.bulkhead.architecture.bad.ui.inner;

import org.jspecify.annotations.NullMarked;
