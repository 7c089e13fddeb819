/** The project as tables: memberships (services by networks) and published ports. */
@NullMarked
package dev.bulkhead.ui.matrix;

import org.jspecify.annotations.NullMarked;
