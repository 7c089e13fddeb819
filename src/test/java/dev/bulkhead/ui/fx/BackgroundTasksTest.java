package dev.bulkhead.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BackgroundTasksTest {

    private final List<String> heard = new ArrayList<>();
    private final Queue<Runnable> uiQueue = new ConcurrentLinkedQueue<>();

    @Test
    void anInlineTaskGivesItsResultBeforeStartReturns() {
        TaskHandle handle = new InlineTasks()
                .start(
                        progress -> {
                            progress.message("half way");
                            progress.fraction(0.5);
                            return "done";
                        },
                        heard::add,
                        failure -> heard.add("failed"));

        assertThat(heard).containsExactly("done");
        assertThat(handle.messageProperty().get()).isEqualTo("half way");
        assertThat(handle.fractionProperty().get()).isEqualTo(0.5);
        assertThat(handle.runningProperty().get()).isFalse();
    }

    @Test
    void aFailureGoesToItsOwnCallback() {
        new InlineTasks()
                .start(
                        progress -> {
                            throw new IOException("disk is full");
                        },
                        result -> heard.add("done"),
                        failure -> heard.add(failure.getMessage()));

        assertThat(heard).containsExactly("disk is full");
    }

    @Test
    void aThreadedTaskAnswersOnTheThreadOfTheUserInterface() {
        try (ThreadedTasks tasks = new ThreadedTasks(uiQueue::add)) {
            tasks.start(progress -> Thread.currentThread().getName(), heard::add, failure -> heard.add("failed"));
            awaitUiWork();

            assertThat(heard).isEmpty();
            runUi();
            assertThat(heard).singleElement().asString().startsWith("task-");
        }
    }

    @Test
    void aCancelledTaskIsWokenAndCallsNobody() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        try (ThreadedTasks tasks = new ThreadedTasks(uiQueue::add)) {
            TaskHandle handle = tasks.start(
                    progress -> {
                        entered.countDown();
                        never.await();
                        return "done";
                    },
                    heard::add,
                    failure -> heard.add("failed"));
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> entered.getCount() == 0);
            handle.cancel();
            awaitUiWork();
            runUi();

            assertThat(heard).isEmpty();
            assertThat(handle.runningProperty().get()).isFalse();
        }
    }

    @Test
    void aCancelThatComesAfterTheWorkStillSilencesTheResult() {
        try (ThreadedTasks tasks = new ThreadedTasks(uiQueue::add)) {
            TaskHandle handle = tasks.start(progress -> "done", heard::add, failure -> heard.add("failed"));
            awaitUiWork();
            handle.cancel();
            runUi();

            assertThat(heard).isEmpty();
        }
    }

    private void awaitUiWork() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !uiQueue.isEmpty());
    }

    private void runUi() {
        while (!uiQueue.isEmpty()) {
            uiQueue.remove().run();
        }
    }
}
