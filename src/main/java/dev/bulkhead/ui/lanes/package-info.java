/** The lanes picture: networks as lines, services as columns, a dot where they meet. */
@NullMarked
package dev.bulkhead.ui.lanes;

import org.jspecify.annotations.NullMarked;
