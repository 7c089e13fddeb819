package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.status.ExposureChange;
import dev.bulkhead.migrate.status.ExposureFinder;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.Measured;
import dev.bulkhead.migrate.status.NextStep;
import dev.bulkhead.migrate.status.Performance;
import dev.bulkhead.migrate.status.Performance.Running;
import dev.bulkhead.migrate.status.Performance.Timings;
import dev.bulkhead.migrate.status.PerformanceMeter;
import dev.bulkhead.migrate.status.ProgressFinder;
import dev.bulkhead.migrate.status.ProjectHealth;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.migrate.status.ProxyDiscoverer;
import dev.bulkhead.migrate.status.ProxyDiscoverer.Answer;
import dev.bulkhead.migrate.status.ProxyDiscovery;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.verify.Verifier;
import dev.bulkhead.proxy.ProxyFileReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reporter of where a project stands. What the records tell is quick; for a whole report the engine is asked, each route once,
 * and the preflight of the next iteration is made.
 */
public final class StatusReporter {

    private static final String ENDED = "The look was ended before this.";
    private static final String ROUTES = "Asking the routes";
    /** Where on the way of a whole look its parts begin, by how long each takes. */
    private static final double HEALTH = 0.05;

    private static final double RESOURCES = 0.15;
    private static final double DIFFERENCES = 0.3;
    private static final double ASKING = 0.45;
    private static final double PERFORMANCE = 0.65;
    private static final double PREFLIGHT = 0.75;

    private final MigrationContext context;
    private final CatalogueAndPlaybooks known;
    private final MigrationStore store;
    private final RecordReader records;

    StatusReporter(MigrationContext context, CatalogueAndPlaybooks known, MigrationStore store, RecordReader records) {
        this.context = context;
        this.known = known;
        this.store = store;
        this.records = records;
    }

    /** Makes the preflight of an iteration. */
    interface Preflights {
        NextStep look(Playbook next);
    }

    /** Returns what the records tell. */
    ProjectStatus status(IterationPath path) throws MigrationException {
        return status(path, project(), records.runs(), practiceCounts());
    }

    private ProjectStatus status(
            IterationPath path, ComposeProject project, List<RunRecord> runs, boolean practiceCounts)
            throws MigrationException {
        ProjectStatus.Path way = way(path);
        return new ProjectStatus(
                project.topology().project(),
                context.clock().instant(),
                new ProgressFinder(way, runs, practiceCounts).iterations(),
                new ProjectStatus.Records(
                        records.openRun(),
                        new Confirmation(context, store, records).onProbation(),
                        records.restorePoints(),
                        runs.stream()
                                .filter(RunRecord::practice)
                                .map(RunRecord::id)
                                .collect(Collectors.toSet())),
                way.trouble());
    }

    private static ProjectStatus.Path way(IterationPath path) {
        return new ProjectStatus.Path(path.iterations(), path.skipped(), path.fault());
    }

    /**
     * Looks at everything; what is not known is part of the answer.
     *
     * @param preflights makes the preflight of the next iteration
     */
    StatusReport report(IterationPath path, LookCourse course, Preflights preflights) throws MigrationException {
        course.looksAt("Reading files and records", 0);
        ComposeProject project = project();
        List<RunRecord> runs = records.runs();
        boolean practiceCounts = practiceCounts();
        ProjectStatus status = status(path, project, runs, practiceCounts);
        course.looksAt("Asking the engine for the services", HEALTH);
        Measured<Observed> observed = observed();
        ExposureFinder first = new ExposureFinder(
                project.topology().project(),
                new ProgressFinder(way(path), runs, practiceCounts).first(),
                store.restorePoints());
        Measured<ProjectHealth> health =
                observed.map(seen -> ProjectHealth.of(project, seen.engine(), seen.state(), first.stateBefore()));
        course.looksAt("Measuring processors and memory", RESOURCES);
        Measured<ResourceUse> resources = resources(project, observed, course);
        Measured<ExposureChange> exposure = Measured.seen(
                observed.at(),
                first.find(observed.value()
                        .map(seen -> ExposureChange.of(
                                observed.at(), seen.state(), project.topology().project()))
                        .orElseGet(() -> ExposureChange.of(observed.at(), project.topology()))));
        course.looksAt("Comparing files and engine", DIFFERENCES);
        Measured<List<Drift>> differences = differences(project, observed, course);
        course.looksAt(ROUTES, ASKING);
        Measured<ProxyDiscovery> proxies = proxies(project, observed, course);
        course.looksAt("Measuring how quickly it answers", PERFORMANCE);
        Performance performance = performance(project.topology().project(), observed, health, course);
        Optional<NextStep> next = Optional.empty();
        if (status.next().isPresent()) {
            course.looksAt("Making the preflight of the next iteration", PREFLIGHT);
            next = Optional.of(
                    course.cancelled()
                            ? new NextStep(status.next().get(), ended())
                            : preflights.look(status.next().get()));
        }
        return new StatusReport(
                status, health, new StatusReport.Figures(resources, performance), proxies, exposure, differences, next);
    }

    /** The engine at one moment. */
    private record Observed(EngineInfo engine, ObservedState state) {}

    private Measured<Observed> observed() {
        Instant at = context.clock().instant();
        try {
            return Measured.seen(
                    at,
                    new Observed(
                            context.engine().observer().info(),
                            context.engine().observer().observe()));
        } catch (EngineException e) {
            return Measured.unknown(at, String.valueOf(e.getMessage()));
        }
    }

    private <T> Measured<T> ended() {
        return Measured.unknown(context.clock().instant(), ENDED);
    }

    private Measured<ResourceUse> resources(ComposeProject project, Measured<Observed> observed, LookCourse course) {
        if (observed.value().isEmpty()) {
            return observed.unknownToo();
        }
        if (course.cancelled()) {
            return ended();
        }
        List<String> running = observed.value().get().state().containers().stream()
                .filter(c ->
                        c.project().filter(project.topology().project()::equals).isPresent())
                .filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING)
                .map(ObservedContainer::id)
                .toList();
        Instant at = context.clock().instant();
        try {
            return new Measured<>(at, context.engine().measure().resources(running), "This engine measures nothing.");
        } catch (EngineException e) {
            return Measured.unknown(at, String.valueOf(e.getMessage()));
        }
    }

    private Performance performance(
            String project, Measured<Observed> observed, Measured<ProjectHealth> health, LookCourse course) {
        if (observed.value().isEmpty()) {
            return new Performance(observed.unknownToo(), observed.unknownToo(), observed.unknownToo());
        }
        Measured<Running> running = PerformanceMeter.running(health.value().orElseThrow(), observed.at());
        if (course.cancelled()) {
            return new Performance(ended(), running, ended());
        }
        Observed seen = observed.value().get();
        PerformanceMeter meter =
                new PerformanceMeter(context.engine(), seen.engine(), seen.state(), project, context.clock());
        Measured<Timings> pages = meter.pages(context.request().path());
        try {
            return new Performance(pages, running, meter.network());
        } catch (EngineException e) {
            return new Performance(
                    pages, running, Measured.unknown(context.clock().instant(), String.valueOf(e.getMessage())));
        }
    }

    private Measured<List<Drift>> differences(ComposeProject project, Measured<Observed> observed, LookCourse course) {
        if (observed.value().isEmpty()) {
            return observed.unknownToo();
        }
        if (course.cancelled()) {
            return ended();
        }
        try {
            return Measured.seen(
                    observed.at(),
                    Drift.between(
                            project.topology(),
                            observed.value().get().state(),
                            DriftFacts.ask(context.engine(), context.request(), project)));
        } catch (EngineException e) {
            return Measured.unknown(observed.at(), String.valueOf(e.getMessage()));
        }
    }

    private Measured<ProxyDiscovery> proxies(ComposeProject project, Measured<Observed> observed, LookCourse course) {
        Instant at = context.clock().instant();
        ProxyDiscoverer.Asking asking = observed.value().isEmpty()
                ? request -> Answer.none("no engine answers")
                : request -> ask(project.topology().project(), request, course);
        return Measured.seen(
                at,
                new ProxyDiscoverer(
                                project.topology(),
                                new ProxyFileReader(context.files()).read(project),
                                known.catalogue())
                        .discover(asking));
    }

    private Answer ask(String project, RouteRequest request, LookCourse course) {
        if (course.cancelled()) {
            return Answer.none("the look was ended before");
        }
        course.looksAt(ROUTES + ": " + request.url(), ASKING);
        try {
            return Answer.of(new Verifier(context.engine(), time -> {}).routeNow(project, request));
        } catch (EngineException e) {
            return Answer.none("the engine does not answer any more");
        }
    }

    private ComposeProject project() throws MigrationException {
        try {
            return new ComposeLoader(context.files()).load(context.request());
        } catch (ComposeException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What was practised is not done on a real engine. */
    private boolean practiceCounts() {
        try {
            return context.engine().observer().info().practice();
        } catch (EngineException e) {
            return true;
        }
    }
}
