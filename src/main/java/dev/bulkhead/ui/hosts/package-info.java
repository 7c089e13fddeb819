/** Several hosts in the window: the list of them, and what is said while one does not answer. */
@NullMarked
package dev.bulkhead.ui.hosts;

import org.jspecify.annotations.NullMarked;
