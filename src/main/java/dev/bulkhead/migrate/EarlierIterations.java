package dev.bulkhead.migrate;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Preflight of the iterations that a playbook builds on: whether they are done. */
final class EarlierIterations {

    private final Playbook playbook;
    private final RunHistory history;
    private final Engine engine;

    /**
     * Looks for them.
     *
     * @param engine what an iteration that was only practised does not count on, unless it is the practice engine
     */
    EarlierIterations(Playbook playbook, RunHistory history, Engine engine) {
        this.playbook = playbook;
        this.history = history;
        this.engine = engine;
    }

    /** Returns one item for each of them. */
    List<PreflightItem> items() {
        List<PreflightItem> items = new ArrayList<>();
        for (String id : playbook.requires()) {
            String title = "Iteration " + id + ", which this one builds on, is done";
            try {
                List<RunRecord> applied = history.all().stream()
                        .filter(run -> run.iteration().equals(id) && holds(run.state()))
                        .toList();
                Optional<RunRecord> done = applied.stream()
                        .filter(run -> !run.practice() || practice())
                        .findFirst();
                items.add(done.map(run -> new PreflightItem(
                                "requires-" + id,
                                title,
                                CheckStatus.PASSED,
                                "Run " + run.id() + " applied it.",
                                Optional.empty()))
                        .orElseGet(() -> failed(
                                id,
                                title,
                                applied.isEmpty()
                                        ? "No run of iteration " + id + " has been applied, or it was rolled back."
                                        : "Iteration " + id
                                                + " was only practised; this engine has seen nothing of it.")));
            } catch (IOException e) {
                items.add(failed(id, title, "The journals cannot be read: " + e.getMessage() + "."));
            }
        }
        return items;
    }

    /** An engine that does not answer is told of elsewhere. */
    private boolean practice() {
        try {
            return engine.observer().info().practice();
        } catch (EngineException e) {
            return true;
        }
    }

    private static boolean holds(RunState state) {
        return state == RunState.SUCCEEDED || state == RunState.UNVERIFIED;
    }

    private static PreflightItem failed(String id, String title, String seen) {
        return new PreflightItem(
                "requires-" + id, title, CheckStatus.FAILED, seen, Optional.of("Apply iteration " + id + " first."));
    }
}
