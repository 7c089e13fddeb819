/** The question of tiers as a picture: cards that are dragged to their home, and the flows that this means something for. */
@NullMarked
package dev.bulkhead.ui.wizard.picture;

import org.jspecify.annotations.NullMarked;
