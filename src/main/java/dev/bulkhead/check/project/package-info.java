/** Checks of what Compose refuses, of host ports and of what the operator demands: one class per finding. */
@NullMarked
package dev.bulkhead.check.project;

import org.jspecify.annotations.NullMarked;
