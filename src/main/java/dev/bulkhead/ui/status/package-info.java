/** Where the project stands, as a view: the report of the command, with the age of each figure and what to do next. */
@NullMarked
package dev.bulkhead.ui.status;

import org.jspecify.annotations.NullMarked;
