package dev.bulkhead.architecture.bad.ui.inner;

import dev.bulkhead.architecture.bad.ui.NeedsItsInnerRoom;

/** Breaks the rule that no room needs another that needs it. */
public interface NeedsTheOuterRoom {

    /** Returns the room around. */
    NeedsItsInnerRoom around();
}
