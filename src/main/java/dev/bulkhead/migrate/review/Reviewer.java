package dev.bulkhead.migrate.review;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.effect.PlanEffect;
import dev.bulkhead.migrate.effect.PlanEffectFinder;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.IterationHost;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.RuleFlows;
import dev.bulkhead.migrate.iteration.evidence.SettingsFiles;
import dev.bulkhead.migrate.iteration.evidence.Survey;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanException;
import dev.bulkhead.migrate.plan.PlanInput;
import dev.bulkhead.migrate.plan.Planner;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectRules;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Progress;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.surroundings.host.ReachFacts;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reviewer of an iteration: reads project and engine and works out what would be done; writes nothing. */
public final class Reviewer {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    private final MigrationContext context;
    private final Catalogue catalogue;
    private final Iteration iteration;
    private final Surveyor surveyor;

    public Reviewer(MigrationContext context, Catalogue catalogue, Iteration iteration) {
        this.context = context;
        this.catalogue = catalogue;
        this.iteration = iteration;
        this.surveyor = new Surveyor(context.engine(), catalogue);
    }

    public ComposeProject project() throws MigrationException {
        try {
            return new ComposeLoader(context.files()).load(context.request()).requireStartable();
        } catch (ComposeException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    public IterationInput input(ComposeProject project) throws MigrationException {
        try {
            ObservedState observed = context.engine().observer().observe();
            EngineInfo engine = context.engine().observer().info();
            EngineHost host = new EngineHost(new HostRoutes(context.files()));
            ResolvedProject resolved = new ComposeLoader(context.files()).resolve(context.request());
            return new IterationInput(
                    project.topology(),
                    catalogue,
                    observed,
                    new IterationInput.EngineAnswers(
                            outdated(project, observed),
                            choosesDefaultRoute(engine),
                            host.address(engine),
                            new ContainersMade(
                                    context.engine(),
                                    observed,
                                    project.topology().project()),
                            iteration.looksInside()
                                    ? surveyor.survey(resolved, observed, engine.onThisMachine(), measured())
                                    : Survey.NONE,
                            engine.users(),
                            hosts()),
                    host.routes(engine),
                    SettingsFiles.read(
                            resolved, context.files(), ContainersMade.writer(), new GitHistory(project.directory())),
                    ProjectRules.read(context.files(), project).at(progress()));
        } catch (EngineException | ComposeException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<IterationHost> hosts() throws EngineException, MigrationException {
        List<String> names = context.engine().networks().hosts();
        if (!iteration.spansHosts()) {
            if (names.size() > 1) {
                throw new MigrationException("Iteration " + iteration.playbook().id()
                        + " is carried out on one host at a time; name one engine with --engine.");
            }
            return List.of();
        }
        List<IterationHost> hosts = new ArrayList<>();
        for (String name : names) {
            hosts.add(
                    new IterationHost(name, context.engine().networks().on(name).swarm()));
        }
        return hosts;
    }

    private Progress progress() throws MigrationException {
        try {
            // what has to hold once this iteration is done is looked at with it
            return RunHistory.progress(context.state().path())
                    .with(iteration.playbook().id());
        } catch (IOException e) {
            throw new MigrationException("The records of what was done cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private MeasuredPeaks measured() throws MigrationException {
        try {
            return MeasuredPeaks.read(context.state());
        } catch (IOException e) {
            throw new MigrationException(
                    "What was measured cannot be read: " + e.getMessage() + "; remove the file to go on without.", e);
        }
    }

    private SortedMap<String, String> outdated(ComposeProject project, ObservedState observed) throws EngineException {
        return iteration.comparesContainers()
                ? OutdatedServices.of(
                        project.topology(), observed, DriftFacts.ask(context.engine(), context.request(), project))
                : new TreeMap<>();
    }

    /** Returns a first look at what answers lead to. */
    public Preview preview(Answers answers) throws MigrationException {
        ComposeProject project = project();
        IterationInput input = input(project);
        try {
            Goal wanted = iteration.goal(input, answers);
            return Preview.of(
                    wanted.withFlows(RuleFlows.of(input.rules(), project.topology(), wanted.mustHold())),
                    project.topology());
        } catch (AnswersException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    public Review review(Answers answers) throws MigrationException {
        ComposeProject project = project();
        IterationInput input = input(project);
        try {
            Rules rules = input.rules();
            EngineInfo engine = context.engine().observer().info();
            Goal wanted = new SecretsForContainers(engine, ContainersMade.writer()).fit(iteration.goal(input, answers));
            PhasedPatch files = PhasedPatch.of(context.files(), project, wanted.phases());
            Goal goal = wanted.with(files.goal(), files.leftOut())
                    .withFlows(RuleFlows.of(rules, project.topology(), wanted.mustHold()));
            Plan plan = Planner.plan(new PlanInput(
                    iteration.playbook().id(),
                    iteration.playbook().title(),
                    goal,
                    project.topology(),
                    files.planned(context.files(), project.directory()),
                    input.observed()));
            Topology before = onEngine(project.topology(), goal, input.observed());
            Topology planned = onEngine(files.whole().after().topology(), goal, input.observed());
            List<Topology> written = files.phases().stream()
                    .filter(patch -> !patch.changes().isEmpty())
                    .map(patch -> onEngine(patch.after().topology(), goal, input.observed()))
                    .toList();
            ReachOptions options = rules.applyTo(ReachFacts.complete(
                            project.topology(),
                            ReachOptions.defaults()
                                    .withProfiles(project.activeProfiles())
                                    .withProxyFiles(input.proxyFiles()),
                            engine,
                            input.observed())
                    .withoutOutsiders());
            PlanEffect effect = new PlanEffectFinder(
                            plan, new PlanEffectFinder.PlannedSequence(before, written, planned), rules, options)
                    .find(goal.mustHold());
            return new Review(
                    plan.without(effect.ended()),
                    files.whole(),
                    before,
                    planned,
                    goal.plus(MayGo.between(before, planned)),
                    new FactsFinder(project, goal).find(files.whole().changes()),
                    effect);
        } catch (AnswersException | EditRejectedException | PlanException | EngineException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    /** API 1.48, engine 28, was the first, and Compose 2.33 (moby docs/api/version-history.md, compose release notes). */
    private boolean choosesDefaultRoute(EngineInfo engine) {
        try {
            return atLeast(engine.apiVersion(), 1, 48)
                    && atLeast(context.engine().services().version(), 2, 33);
        } catch (EngineException e) {
            return false; // the preflight says that Compose is missing
        }
    }

    /** What names no version is no program of its own and keeps up. */
    private static boolean atLeast(String named, int major, int minor) {
        Matcher version = VERSION.matcher(named);
        if (!version.find()) {
            return true;
        }
        int first = Integer.parseInt(version.group(1));
        return first > major || (first == major && Integer.parseInt(version.group(2)) >= minor);
    }

    /** Files at best state what an external network is like; the engine knows, or will know, what it is. */
    private static Topology onEngine(Topology topology, Goal goal, ObservedState observed) {
        Topology result = topology;
        for (Network network : topology.networks().values()) {
            if (network.external()) {
                Optional<NetworkSpec> wanted = goal.networks().stream()
                        .map(Phase.WantedNetwork::spec)
                        .filter(spec -> spec.name().equals(network.name()))
                        .findFirst();
                Optional<NetworkSpec> known = wanted.or(() ->
                        observed.network(network.name()).map(n -> new NetworkSpec(n.name(), n.options(), n.subnets())));
                if (known.isPresent()) {
                    result = result.withNetwork(new Network(
                            network.key(),
                            network.name(),
                            known.get().options().withExternal(true),
                            known.get().subnets(),
                            network.purpose()));
                }
            }
        }
        return result;
    }
}
