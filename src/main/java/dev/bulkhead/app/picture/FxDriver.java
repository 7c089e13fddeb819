package dev.bulkhead.app.picture;

import dev.bulkhead.ui.fx.UiExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Driver of a window from another thread: does things in it and waits for what follows. */
public final class FxDriver {

    /** How often something that takes its time is looked for. */
    private static final int LOOKS = 300;

    private final UiExecutor ui;
    private final Duration patience;

    /**
     * Drives a window.
     *
     * @param patience how long to wait for any one thing
     */
    public FxDriver(UiExecutor ui, Duration patience) {
        this.ui = ui;
        this.patience = patience;
    }

    /** Does something on the window's thread and returns what it gave. */
    public <T> T call(Callable<T> work) throws TourException {
        CompletableFuture<T> done = new CompletableFuture<>();
        ui.run(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return get(done, "the window");
    }

    /** Does something on the window's thread. */
    public void run(Runnable work) throws TourException {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until a value is true. */
    public void await(String what, ObservableValue<Boolean> value) throws TourException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        ChangeListener<Boolean> listener = (property, old, now) -> {
            if (now) {
                done.complete(true);
            }
        };
        run(() -> {
            value.addListener(listener);
            if (value.getValue()) {
                done.complete(true);
            }
        });
        get(done, what);
        run(() -> value.removeListener(listener));
    }

    /** Waits until something holds in the window, or for a few hundred frames: what it is for is looked at either way. */
    public void until(Callable<Boolean> holds) throws TourException {
        for (int looks = 0; looks < LOOKS && !call(holds); looks++) {
            settle();
        }
    }

    /** Waits until everything that was asked for is drawn. */
    public void settle() throws TourException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        run(() -> new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                // The first frame lays out what changed, the next what that changed in turn.
                if (++frames > 4) {
                    stop();
                    done.complete(true);
                }
            }
        }.start());
        get(done, "a frame");
    }

    private <T> T get(CompletableFuture<T> future, String what) throws TourException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TourException("Waited " + patience.toSeconds() + " s for " + what + " in vain.", e);
        } catch (ExecutionException e) {
            throw new TourException(what + " failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("Interrupted while waiting for " + what + ".", e);
        }
    }
}
