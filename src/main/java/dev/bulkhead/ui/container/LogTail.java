package dev.bulkhead.ui.container;

import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.ui.fx.UiExecutor;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * Newest lines of a log, in bounded memory however much is written.
 *
 * <p>Lines come on any thread and are shown together, so that a log that runs fast does not hold the window up.
 */
final class LogTail {

    /** How many lines are kept. */
    static final int LINES = 5_000;

    /** How much of one line is kept, in characters. */
    static final int WIDTH = 2_000;

    private static final String CUT = "…";

    private final UiExecutor ui;
    private final ObservableList<LogLine> all = FXCollections.observableArrayList();
    private final FilteredList<LogLine> shown = new FilteredList<>(all);
    private final Deque<LogLine> waiting = new ArrayDeque<>();

    LogTail(UiExecutor ui) {
        this.ui = ui;
    }

    /** The lines that the filter lets through, oldest first. */
    ObservableList<LogLine> shown() {
        return shown;
    }

    /** Returns when the newest line was written. */
    Optional<Instant> newest() {
        return all.isEmpty() ? Optional.empty() : all.getLast().at();
    }

    /** Shows only lines that hold a text, however its letters are written. */
    void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                wanted.isEmpty()
                        ? line -> true
                        : line -> line.text().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Forgets everything. */
    void clear() {
        synchronized (waiting) {
            waiting.clear();
        }
        all.clear();
    }

    /** Takes a line, on any thread. */
    void add(LogLine line) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.addLast(narrow(line));
            if (waiting.size() > LINES) {
                waiting.removeFirst();
            }
        }
        if (first) {
            ui.run(this::show);
        }
    }

    private void show() {
        List<LogLine> come;
        synchronized (waiting) {
            come = new ArrayList<>(waiting);
            waiting.clear();
        }
        int surplus = all.size() + come.size() - LINES;
        if (surplus > 0) {
            all.remove(0, Math.min(surplus, all.size()));
        }
        all.addAll(come);
    }

    private static LogLine narrow(LogLine line) {
        return line.text().length() <= WIDTH
                ? line
                : new LogLine(line.at(), line.error(), line.text().substring(0, WIDTH) + CUT);
    }
}
