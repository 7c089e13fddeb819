package dev.bulkhead.ui.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Executor on the JavaFX thread. */
public final class FxThread implements UiExecutor {

    @Override
    public void run(Runnable work) {
        Platform.runLater(work);
    }

    /** Waits beside the toolkit, whose own timers would keep it drawing meanwhile. */
    @Override
    public void after(Duration delay, Runnable work) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(work);
    }
}
