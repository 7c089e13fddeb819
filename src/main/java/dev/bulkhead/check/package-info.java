/** Findings, and what all checks share: their input, their form, the comments that hide what they find. */
@NullMarked
package dev.bulkhead.check;

import org.jspecify.annotations.NullMarked;
