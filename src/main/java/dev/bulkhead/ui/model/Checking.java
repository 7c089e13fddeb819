package dev.bulkhead.ui.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.baseline.Fingerprint;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checking of a project away from the window's thread: what was found last, and what would be found after an edit. */
final class Checking {

    private static final Logger LOG = LoggerFactory.getLogger(Checking.class);

    private final BackgroundTasks tasks;
    private final Function<WorkingCopy, List<Finding>> checks;
    private final Messages messages;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private long number;

    Checking(BackgroundTasks tasks, Function<WorkingCopy, List<Finding>> checks, Messages messages) {
        this.tasks = tasks;
        this.checks = checks;
        this.messages = messages;
    }

    /** What was found, worst first. */
    ObservableList<Finding> findings() {
        return findings;
    }

    void check(WorkingCopy now) {
        long mine = ++number;
        tasks.start(
                progress -> checks.apply(now),
                found -> {
                    // A later edit has its own check under way, whose answer counts.
                    if (mine == number) {
                        findings.setAll(found);
                    }
                },
                failure -> {
                    LOG.error("The checks failed", failure);
                    messages.failed(Words.of("checking.the-checks-could-not-be", failure.getMessage()));
                });
    }

    /** Tells what would be found, compared with what is known. */
    void consider(WorkingCopy then, Consumer<Consideration> answer) {
        Set<String> known = findings.stream().map(Fingerprint::of).collect(Collectors.toSet());
        tasks.start(
                progress -> Consideration.of(checks.apply(then), known),
                answer,
                failure -> LOG.error("The checks failed", failure));
    }
}
