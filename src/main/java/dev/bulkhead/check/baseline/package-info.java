/** Findings that the operator accepts for a time: what tells one from another, the file that lists them, and what it hides. */
@NullMarked
package dev.bulkhead.check.baseline;

import org.jspecify.annotations.NullMarked;
