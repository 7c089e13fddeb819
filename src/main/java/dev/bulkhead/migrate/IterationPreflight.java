package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.UnansweredException;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.review.Reviewer;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.EngineObstacles;
import dev.bulkhead.migrate.verify.Preflight;
import dev.bulkhead.migrate.verify.PreflightInput;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.surroundings.host.LiveAnswers.Asked;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Preflight of an iteration: everything that must hold before its run, of project, engine, records and plan. */
final class IterationPreflight {

    static final String NO_OPEN_RUN = "no-open-run";

    private final MigrationContext context;
    private final Reviewer reviewer;
    private final Iteration iteration;
    private final MigrationStore store;

    IterationPreflight(MigrationContext context, Reviewer reviewer, Iteration iteration, MigrationStore store) {
        this.context = context;
        this.reviewer = reviewer;
        this.iteration = iteration;
        this.store = store;
    }

    /** Makes a plan. */
    interface Planning {
        Review review() throws MigrationException;
    }

    /** Looks at everything. */
    List<PreflightItem> items(Planning planning) {
        Optional<ComposeProject> project = Optional.empty();
        Optional<String> unreadable = Optional.empty();
        try {
            project = Optional.of(reviewer.project());
        } catch (MigrationException e) {
            unreadable = Optional.of(String.valueOf(e.getMessage()));
        }
        List<PreflightItem> items = new ArrayList<>(new Preflight(new PreflightInput(
                        context.engine(),
                        project.map(ComposeProject::directory)
                                .orElse(context.request().path().toAbsolutePath()),
                        project.map(p -> p.files().stream()
                                        .map(ComposeFile::path)
                                        .toList())
                                .orElse(List.of()),
                        project.map(IterationPreflight::services),
                        unreadable,
                        context.unsaved().getAsBoolean()))
                .items());
        items.addAll(new EarlierIterations(iteration.playbook(), store.history(), context.engine()).items());
        items.add(openRun());
        Planned planned = plan(planning);
        items.add(planned.item());
        project.ifPresent(found -> items.addAll(surprises(found, planned.review())));
        if (iteration.comparesContainers()) {
            items.replaceAll(IterationPreflight::meant);
        }
        return items;
    }

    /** A service that is not there, does not run or waits to be deployed is what such a change is for. */
    private static PreflightItem meant(PreflightItem item) {
        boolean meant = item.id().equals(Preflight.SERVICES_READY) || item.id().startsWith(Surprises.PENDING);
        return meant && item.blocks()
                ? new PreflightItem(item.id(), item.title(), CheckStatus.WARNING, item.seen(), item.fix())
                : item;
    }

    private static PreflightInput.ProjectServices services(ComposeProject project) {
        return new PreflightInput.ProjectServices(
                project.topology().project(),
                project.topology().services().values().stream()
                        .filter(service -> service.profiles().isEmpty())
                        .map(Service::key)
                        .toList());
    }

    private PreflightItem openRun() {
        String title = "No earlier run is left in the middle";
        try {
            Optional<RunRecord> open = store.history().openRun();
            return open.map(run -> new PreflightItem(
                            NO_OPEN_RUN,
                            title,
                            CheckStatus.FAILED,
                            run.story(),
                            Optional.of(
                                    run.state().onProbation()
                                            ? "Confirm it (bulkhead confirm PATH) or roll it back."
                                            : "Continue that run, roll it back, or leave it as it is.")))
                    .orElseGet(() ->
                            new PreflightItem(NO_OPEN_RUN, title, CheckStatus.PASSED, "None is.", Optional.empty()));
        } catch (IOException e) {
            return new PreflightItem(
                    NO_OPEN_RUN,
                    title,
                    CheckStatus.FAILED,
                    "The journals cannot be read: " + e.getMessage() + ".",
                    Optional.of("Check " + context.state().path() + "."));
        }
    }

    private List<PreflightItem> surprises(ComposeProject project, Optional<Review> reviewed) {
        Set<String> recreated = reviewed.stream()
                .flatMap(planned -> planned.plan().steps().stream())
                .map(PlanStep::operation)
                .filter(operation -> operation instanceof Operation.RecreateServices
                        || operation instanceof Operation.ExchangeService)
                .flatMap(operation -> operation.services().stream())
                .collect(Collectors.toSet());
        try {
            ObservedState state = context.engine().observer().observe();
            DriftFacts facts = DriftFacts.ask(context.engine(), context.request(), project);
            List<PreflightItem> items = new ArrayList<>(Surprises.find(project, state, facts, recreated));
            items.addAll(EngineObstacles.find(
                    new LiveAnswers(context.engine().observer().info(), state, Optional.of(new Asked(project, facts))),
                    reviewed.map(Review::after).orElse(project.topology()),
                    new EngineHost(new HostRoutes(context.files())),
                    recreated));
            return items;
        } catch (EngineException e) {
            return List.of(); // that the engine does not answer is an item of its own
        }
    }

    /** What came of planning. */
    private record Planned(Optional<Review> review, PreflightItem item) {}

    private static Planned plan(Planning planning) {
        String title = "A plan can be made and its address ranges are free";
        try {
            Review made = planning.review();
            String seen = Counted.of(made.plan().steps().size(), "step") + ", "
                    + Counted.of(made.patch().changes().size(), "file") + ".";
            return new Planned(
                    Optional.of(made),
                    new PreflightItem("plan-possible", title, CheckStatus.PASSED, seen, Optional.empty()));
        } catch (MigrationException e) {
            if (e.getCause() instanceof UnansweredException) {
                return new Planned(
                        Optional.empty(),
                        new PreflightItem(
                                "plan-possible",
                                title,
                                CheckStatus.WARNING,
                                "It can once the questions are answered. " + e.getMessage(),
                                Optional.empty()));
            }
            return new Planned(
                    Optional.empty(),
                    new PreflightItem(
                            "plan-possible",
                            title,
                            CheckStatus.FAILED,
                            String.valueOf(e.getMessage()),
                            Optional.of("Correct what it names, or answer the questions differently.")));
        }
    }
}
