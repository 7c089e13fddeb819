package dev.bulkhead.migrate.execute;

import dev.bulkhead.migrate.plan.PlanStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * StepLanes in which the steps of a plan are carried out: one after the other, or, where the operator wants it, those side by
 * side that do not wait for each other. A step that others must not be beside has all lanes for itself.
 */
public final class StepLanes {

    private final RunControl control;
    private final Hand hand;
    private final List<PlanStep> pending;
    private final Set<Integer> open = new HashSet<>();
    private final List<PlanStep> running = new ArrayList<>();
    private Optional<PlanStep> failed = Optional.empty();

    /** What carries a step out, and is asked before it. */
    public interface Hand {

        /** Returns whether anything more may be begun; blocks while the operator wants to hold. */
        boolean mayGoOn() throws IOException, InterruptedException;

        /** Carries a step out; returns whether it is done. Called from several threads. */
        boolean carryOut(PlanStep step) throws IOException, InterruptedException;
    }

    /** How it ended. */
    public sealed interface Ending {

        /** Everything is done. */
        record Done() implements Ending {}

        /** The operator wanted no more. */
        record Cancelled() implements Ending {}

        /** A step failed; those beside it came to their end. */
        record Failed(PlanStep step) implements Ending {}
    }

    private record Came(PlanStep step, boolean done) {}

    /** Prepares to carry steps out. */
    public StepLanes(List<PlanStep> steps, RunControl control, Hand hand) {
        this.control = control;
        this.hand = hand;
        this.pending = new ArrayList<>(steps);
        steps.forEach(step -> open.add(step.number()));
    }

    /** Carries all out. */
    public Ending run() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return run(new ExecutorCompletionService<>(threads));
        } finally {
            // none is left but where this thread was interrupted; what they are at is cut off as it was
            threads.shutdownNow();
            threads.close();
        }
    }

    private Ending run(CompletionService<Came> lanes) throws IOException, InterruptedException {
        while (true) {
            if (running.isEmpty()) {
                if (failed.isPresent()) {
                    return new Ending.Failed(failed.get());
                }
                if (pending.isEmpty()) {
                    return new Ending.Done();
                }
                if (!hand.mayGoOn()) {
                    return new Ending.Cancelled();
                }
            }
            List<PlanStep> next = mayBegin();
            if (running.isEmpty() && next.size() == 1) {
                begin(next.getFirst());
                ended(new Came(next.getFirst(), hand.carryOut(next.getFirst())));
                continue;
            }
            for (PlanStep step : next) {
                begin(step);
                lanes.submit(() -> new Came(step, hand.carryOut(step)));
            }
            ended(taken(lanes));
        }
    }

    private void begin(PlanStep step) {
        pending.remove(step);
        running.add(step);
    }

    private void ended(Came came) {
        running.remove(came.step());
        if (came.done()) {
            open.remove(came.step().number());
        } else if (failed.isEmpty()) {
            failed = Optional.of(came.step());
        }
    }

    private static Came taken(CompletionService<Came> lanes) throws IOException, InterruptedException {
        try {
            return lanes.take().get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException unwritten -> throw unwritten;
                case InterruptedException interrupted -> throw interrupted;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Returns the steps that may begin now, at most as many as there are lanes free. */
    private List<PlanStep> mayBegin() {
        boolean held = failed.isPresent() || (!running.isEmpty() && (control.pauseWanted() || control.cancelWanted()));
        boolean alone = running.stream().anyMatch(step -> !step.operation().sharesTheEngine());
        if (pending.isEmpty() || held || alone) {
            return List.of();
        }
        if (!pending.getFirst().operation().sharesTheEngine()) {
            return running.isEmpty() ? List.of(pending.getFirst()) : List.of();
        }
        return pending.stream()
                .takeWhile(step -> step.operation().sharesTheEngine())
                .filter(step -> step.dependsOn().stream().noneMatch(open::contains))
                .limit(Math.max(0, control.lanes() - running.size()))
                .toList();
    }
}
