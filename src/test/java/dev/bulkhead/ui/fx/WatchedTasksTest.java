package dev.bulkhead.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchedTasksTest {

    @Test
    void whatHasATitleIsListedWhileItRuns() throws Exception {
        LinkedBlockingQueue<Runnable> onWindow = new LinkedBlockingQueue<>();
        try (ThreadedTasks threads = new ThreadedTasks(onWindow::add)) {
            WatchedTasks tasks = new WatchedTasks(threads);
            CountDownLatch go = new CountDownLatch(1);
            List<String> done = new ArrayList<>();
            tasks.start(
                    "Opening", progress -> go.await(1, TimeUnit.MINUTES), result -> done.add("done"), failure -> {});
            tasks.start(progress -> true, result -> {}, failure -> {});
            assertThat(tasks.listed()).extracting(WatchedTasks.Listed::title).containsExactly("Opening");

            go.countDown();
            while (done.isEmpty()) {
                Objects.requireNonNull(onWindow.poll(1, TimeUnit.MINUTES)).run();
            }
            assertThat(tasks.listed()).isEmpty();
        }
    }
}
