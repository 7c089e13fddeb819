package dev.bulkhead.architecture.bad.topology;

import dev.bulkhead.architecture.bad.ui.SceneViewModel;

/** A model that knows the window, which knows the model. */
public final class KnowsTheShell {
    public final SceneViewModel shell = new SceneViewModel(this);
}
