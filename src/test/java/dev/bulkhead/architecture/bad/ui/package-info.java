/** Deliberately bad: a sample for the rules of the house. */
@NullMarked
package dev.bulkhead.architecture.bad.ui;

import org.jspecify.annotations.NullMarked;
