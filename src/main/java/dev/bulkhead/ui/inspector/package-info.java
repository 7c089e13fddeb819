/** What the selected service or network is, and the fields that change it. */
@NullMarked
package dev.bulkhead.ui.inspector;

import org.jspecify.annotations.NullMarked;
