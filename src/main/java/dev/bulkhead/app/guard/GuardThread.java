package dev.bulkhead.app.guard;

import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.guard.Guard;
import dev.bulkhead.migrate.watch.Countdown;
import dev.bulkhead.migrate.watch.GuardFiles;
import dev.bulkhead.migrate.watch.GuardStarter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starter of a guard as a thread of this process, for the practice engine: that lives in this process too, so no other
 * could go back on it, and what it guards ends with the project.
 */
public final class GuardThread implements GuardStarter {

    private static final Logger LOG = LoggerFactory.getLogger(GuardThread.class);

    private final Migration migration;
    private final BooleanSupplier closed;

    /**
     * Starts guards of a project's runs.
     *
     * @param closed whether the engine was closed; then they end
     */
    public GuardThread(Migration migration, BooleanSupplier closed) {
        this.migration = migration;
        this.closed = closed;
    }

    @Override
    public void start(String run, GuardFiles places) throws IOException {
        ExclusiveLock lock = places.stand().orElseThrow(() -> new IOException("it has a guard already"));
        Guard guard = new Guard(
                run,
                migration.guardedRuns(),
                migration.engine(),
                places,
                new Guard.Outside(() -> true, this::pause, new Countdown(System::nanoTime), LOG::info, event -> {}));
        Thread.ofPlatform().daemon().name("guard-" + run).start(() -> stand(guard, lock));
    }

    private void pause(java.time.Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        if (closed.getAsBoolean()) {
            throw new InterruptedException("the engine was closed");
        }
    }

    private static void stand(Guard guard, ExclusiveLock lock) {
        try (lock) {
            guard.stand();
        } catch (InterruptedException e) {
            LOG.info("The guard ends: {}", e.getMessage());
        }
    }
}
