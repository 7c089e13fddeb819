package dev.bulkhead.architecture.bad.ui;

import dev.bulkhead.architecture.bad.topology.KnowsTheShell;
import javafx.scene.Group;

/** A view model that holds a piece of the scene. */
public final class SceneViewModel {
    public final Group group = new Group();
    public final KnowsTheShell model;

    public SceneViewModel(KnowsTheShell model) {
        this.model = model;
    }
}
