package dev.bulkhead.ui.fx;

import javafx.application.Platform;

/** Executor on the JavaFX thread. */
public final class FxThread implements UiExecutor {

    @Override
    public void run(Runnable work) {
        Platform.runLater(work);
    }
}
