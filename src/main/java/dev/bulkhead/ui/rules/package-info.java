/** The operator's rules as text: editing with completion, and rules that a project suggests. */
@NullMarked
package dev.bulkhead.ui.rules;

import org.jspecify.annotations.NullMarked;
