/** Runs every check and weighs what it found: the operator's severities, the comments that hide findings, the order. */
@NullMarked
package dev.bulkhead.check.run;

import org.jspecify.annotations.NullMarked;
