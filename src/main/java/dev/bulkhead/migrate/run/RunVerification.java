package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.outside.AnsweredWay;
import dev.bulkhead.migrate.outside.WaysIn;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.migrate.verify.Baseline;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.Expectation;
import dev.bulkhead.migrate.verify.Verifier;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verification of a run at its end: that services, networks and flows are as wanted, that every gate still holds, and that
 * people who come in are answered as before; the last also at the end of each phase and of a way back.
 */
final class RunVerification {

    private final RunTools tools;
    private final RunRequest request;
    private final RunFiles files;
    private final RunProgress progress;
    private final Verifier verifier;
    private final Path root;
    private final WaysIn entrances;

    RunVerification(RunTools tools, RunRequest request, RunFiles files, RunProgress progress) {
        this.tools = tools;
        this.request = request;
        this.files = files;
        this.progress = progress;
        this.verifier = tools.verifier();
        this.root = tools.tools().files().root();
        this.entrances = new WaysIn(tools.tools().engine(), request.plan().project(), root);
    }

    /** What came of it. */
    enum Verdict {
        HOLDS,
        /** Something is not as wanted, and was not before. */
        NOT_ALL_HOLDS,
        /** Something is gone that nobody wanted to lose. */
        LOST
    }

    /** Looks what works before anything is done, and keeps it with the run. */
    Baseline before() throws IOException, EngineException, InterruptedException {
        Baseline baseline =
                verifier.baseline(request.plan().project(), request.decided().flows());
        files.writeBaseline(baseline);
        MayGo mayGo = request.decided().mayGo();
        files.writeEntrances(entrances.look(routes(), mayGo::port, tools.patience()));
        return baseline;
    }

    /** Files that cannot be read tell no route; that they cannot is told where they are needed. */
    private ProxyRoutes routes() {
        return project()
                .map(project -> ProxyRoutes.of(
                        project.topology(), new ProxyFileReader(tools.tools().disk()).read(project)))
                .orElse(new ProxyRoutes(List.of(), List.of()));
    }

    private Optional<ComposeProject> project() {
        try {
            return Optional.of(
                    new ComposeLoader(tools.tools().disk()).load(tools.tools().request()));
        } catch (ComposeException e) {
            return Optional.empty();
        }
    }

    /**
     * Verifies; the results are kept with the progress.
     *
     * @param after the project as its files say afterwards
     * @param before the engine before the run
     */
    void run(Topology after, ObservedState before, Baseline baseline)
            throws IOException, EngineException, InterruptedException {
        Expectation expectation = new Expectation(
                after,
                awaited(),
                request.decided().flows(),
                before,
                baseline,
                request.decided().mayGo());
        progress.keep(verifier.verify(expectation, progress::tell));
        verifyGates();
        Optional<List<AnsweredWay>> answered = files.readEntrances();
        if (answered.isEmpty()) {
            progress.note(
                    "Which ports and host names were answered before is not known, since the record of it is damaged or"
                            + " missing; whether they still are was not compared.");
        }
        List<AnsweredWay> staying =
                answered.orElse(List.of()).stream().filter(way -> !way.goes()).toList();
        List<CheckResult> entered = entrances.still(staying, routes(), tools.patience(), WaysIn.INSISTING);
        entered.forEach(progress::tell);
        progress.keep(entered);
    }

    /**
     * Asks ways in at the end of a phase, when everything has to work: the ports, and the names that the phase has to do with.
     * One that is lost is noted if nothing that is left to be done can give it back, otherwise told.
     *
     * @param done the steps of the phase
     * @param left the steps that are still to come
     * @return whether one is lost for good
     */
    boolean losesAWay(Plan.Stretch phase, List<PlanStep> done, List<PlanStep> left)
            throws IOException, InterruptedException {
        Set<String> touched = touched(done);
        Set<String> coming = touched(left);
        boolean routesToCome = writesMoreThanCompose(left);
        List<AnsweredWay> asked = files.readEntrances().orElse(List.of()).stream()
                .filter(way -> !way.goes() && (way.door().isPresent() || way.leadsTo(touched)))
                .toList();
        List<AnsweredWay> toBeMended = asked.stream()
                .filter(way -> routesToCome || way.leadsTo(coming))
                .toList();
        List<AnsweredWay> settled =
                asked.stream().filter(way -> !toBeMended.contains(way)).toList();
        try {
            ProxyRoutes routes = routes();
            for (CheckResult result : entrances.still(toBeMended, routes, tools.patience(), WaysIn.PASSING)) {
                if (result.lost()) {
                    progress.log("After \"" + phase.title() + "\": " + said(result) + " What comes next may mend it.");
                }
            }
            List<CheckResult> lost = entrances.still(settled, routes, tools.patience(), WaysIn.INSISTING).stream()
                    .filter(CheckResult::lost)
                    .toList();
            lost.forEach(progress::tell);
            noteLost(lost);
            return !lost.isEmpty();
        } catch (EngineException e) {
            progress.log("After \"" + phase.title() + "\" nobody could be asked for: " + e.getMessage());
            return false;
        }
    }

    /** Asks all ways in at the end of a way back, also those that the change had closed; what is lost is said and no more. */
    void afterWayBack() throws IOException, InterruptedException {
        List<AnsweredWay> before = files.readEntrances().orElse(List.of());
        try {
            List<CheckResult> seen = entrances.still(before, routes(), tools.patience(), WaysIn.INSISTING);
            for (CheckResult result : seen) {
                if (result.status() == CheckStatus.FAILED) {
                    progress.note("After the way back: " + said(result));
                }
            }
        } catch (EngineException e) {
            progress.log("After the way back nobody could be asked for: " + e.getMessage());
        }
    }

    private static Set<String> touched(List<PlanStep> steps) {
        return steps.stream()
                .filter(step -> !(step.operation() instanceof Operation.WaitReady))
                .flatMap(step -> step.operation().services().stream())
                .collect(Collectors.toSet());
    }

    /** Proxies read other files than Compose's as they run; what those lead to changes without anybody being touched. */
    private boolean writesMoreThanCompose(List<PlanStep> steps) {
        Set<Path> compose = project().map(ComposeProject::files).orElse(List.of()).stream()
                .map(ComposeFile::path)
                .collect(Collectors.toSet());
        return steps.stream()
                .flatMap(step -> step.operation() instanceof Operation.WriteFiles(var changes)
                        ? changes.stream()
                        : Stream.<TextChange>of())
                .anyMatch(change -> !compose.contains(change.path()));
    }

    private static String said(CheckResult result) {
        return result.subject() + ": " + result.saw() + (result.saw().endsWith(".") ? "" : ".");
    }

    private void noteLost(List<CheckResult> lost) throws IOException {
        for (CheckResult check : lost) {
            progress.note("Lost: " + said(check));
        }
    }

    /** Returns what came of it, and notes what is lost. */
    Verdict verdict() throws IOException {
        List<CheckResult> lost =
                progress.checks().stream().filter(CheckResult::lost).toList();
        noteLost(lost);
        if (!lost.isEmpty()) {
            return Verdict.LOST;
        }
        return progress.checks().stream().anyMatch(check -> check.status() == CheckStatus.FAILED)
                ? Verdict.NOT_ALL_HOLDS
                : Verdict.HOLDS;
    }

    /** The services that the plan waited for. */
    private List<String> awaited() {
        return request.plan().without(progress.aside()).stream()
                .filter(step -> step.operation() instanceof Operation.WaitReady)
                .flatMap(step -> step.operation().services().stream())
                .distinct()
                .toList();
    }

    /** What was a gate on the way has to be so at the end as well. */
    private void verifyGates() throws EngineException, InterruptedException {
        Set<Operation> gates = new LinkedHashSet<>();
        request.plan().without(progress.aside()).forEach(step -> gates.add(step.operation()));
        for (Operation gate : gates) {
            Optional<CheckResult> seen = switch (gate) {
                case Operation.ProbeRoute(var route) ->
                    Optional.of(verifier.route(request.plan().project(), route));
                case Operation.AskWeb(var ask) ->
                    Optional.of(verifier.web(request.plan().project(), ask));
                case Operation.ProbeClosed closed ->
                    Optional.of(verifier.closed(request.plan().project(), closed.service(), closed.port()));
                case Operation.RunCheck(var check) ->
                    Optional.of(verifier.check(request.plan().project(), check));
                case Operation.HandleSecrets(var task) -> secrets(task);
                case Operation.WatchServices _,
                        Operation.ChangeSwarm _,
                        Operation.ProbeAcross _,
                        Operation.WriteFiles _,
                        Operation.RestoreFiles _,
                        Operation.CreateNetwork _,
                        Operation.RemoveNetwork _,
                        Operation.Connect _,
                        Operation.Disconnect _,
                        Operation.RecreateServices _,
                        Operation.ExchangeService _,
                        Operation.RemoveServices _,
                        Operation.StartContainer _,
                        Operation.StopContainer _,
                        Operation.RestartContainer _,
                        Operation.ReloadFiles _,
                        Operation.WaitReady _,
                        Operation.ProbeFlows _ -> Optional.empty();
            };
            seen.ifPresent(result -> {
                progress.tell(result);
                progress.keep(List.of(result));
            });
        }
    }

    private Optional<CheckResult> secrets(SecretTask task) throws EngineException {
        return switch (task) {
            case SecretTask.ReadableBy(var service, var files, var reader) ->
                Optional.of(verifier.secretsReadable(root, service, files, reader));
            case SecretTask.Hidden(var service, var files, var elsewhere) ->
                Optional.of(verifier.secretsHidden(request.plan().project(), root, service, files, elsewhere));
            case SecretTask.Write _, SecretTask.Remove _, SecretTask.Replace _, SecretTask.PutBack _ ->
                Optional.empty();
        };
    }
}
