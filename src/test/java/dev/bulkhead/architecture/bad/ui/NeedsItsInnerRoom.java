package dev.bulkhead.architecture.bad.ui;

import dev.bulkhead.architecture.bad.ui.inner.NeedsTheOuterRoom;

/** Breaks the rule that no room needs another that needs it. */
public record NeedsItsInnerRoom(NeedsTheOuterRoom inner) {}
