package dev.bulkhead.ui.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.stream.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a log is kept for the window. */
class LogTailTest {

    private final List<Runnable> soon = new ArrayList<>();
    private final LogTail tail = new LogTail(soon::add);

    @Test
    void aLogThatRunsFastIsShownTogetherAndOnlyItsNewestLinesAreKept() {
        for (int number = 1; number <= 2 * LogTail.LINES; number++) {
            tail.add(line("line " + number));
        }
        assertThat(soon).hasSize(1);
        soon.removeFirst().run();
        tail.add(line("the last"));
        soon.removeFirst().run();

        assertThat(tail.shown()).hasSize(LogTail.LINES);
        assertThat(tail.shown().getFirst().text()).isEqualTo("line " + (LogTail.LINES + 2));
        assertThat(tail.shown().getLast().text()).isEqualTo("the last");
    }

    @Test
    void onlyLinesThatHoldTheTextAreShownWhateverTheirLetters() {
        List.of("GET /health", "an Error came", "ERROR again").forEach(text -> tail.add(line(text)));
        soon.removeFirst().run();
        tail.filter(" error ");
        tail.add(line("no error at all"));
        soon.removeFirst().run();

        assertThat(tail.shown().stream().map(LogLine::text))
                .containsExactly("an Error came", "ERROR again", "no error at all");
        tail.filter("");
        assertThat(tail.shown()).hasSize(4);
    }

    @Test
    void ofALineThatDoesNotEndOnlyTheBeginningIsKept() {
        tail.add(line("x".repeat(10 * LogTail.WIDTH)));
        soon.removeFirst().run();
        assertThat(tail.shown()).containsExactly(line("x".repeat(LogTail.WIDTH) + "…"));
    }

    private static LogLine line(String text) {
        return new LogLine(Optional.empty(), false, text);
    }
}
