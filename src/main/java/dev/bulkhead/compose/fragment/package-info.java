/** Services and networks of a project as text that can be carried elsewhere: copied, pasted, doubled. */
@NullMarked
package dev.bulkhead.compose.fragment;

import org.jspecify.annotations.NullMarked;
