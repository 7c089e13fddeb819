/** Inspector of the selected service or network: what it is, and the fields that change it. */
@NullMarked
package dev.bulkhead.ui.inspector;

import org.jspecify.annotations.NullMarked;
