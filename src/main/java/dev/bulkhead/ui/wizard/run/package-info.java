/** A run as it tells of itself: steps, services, log, and what was verified. */
@NullMarked
package dev.bulkhead.ui.wizard.run;

import org.jspecify.annotations.NullMarked;
