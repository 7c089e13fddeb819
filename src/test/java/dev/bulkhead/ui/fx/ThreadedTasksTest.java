package dev.bulkhead.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks of a window that is being closed. */
class ThreadedTasksTest {

    /** A clock of the window may tick once more while it closes. */
    @Test
    void whatIsStartedAfterTheEndNeitherRunsNorFails() {
        ThreadedTasks tasks = new ThreadedTasks(Runnable::run);
        tasks.close();
        List<String> heard = new ArrayList<>();

        tasks.start(progress -> heard.add("ran"), done -> heard.add("done"), failure -> heard.add("failed"));

        assertThat(heard).isEmpty();
    }
}
