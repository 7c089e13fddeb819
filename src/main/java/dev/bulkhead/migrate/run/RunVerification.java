package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.outside.AnsweredWay;
import dev.bulkhead.migrate.outside.WaysIn;
import dev.bulkhead.migrate.plan.Operation;
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

/**
 * Verification of a run at its end: that services, networks and flows are as wanted, that every gate still holds, and that
 * people who come in are answered as before.
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
    Baseline before() throws IOException, EngineException {
        Baseline baseline =
                verifier.baseline(request.plan().project(), request.decided().flows());
        files.writeBaseline(baseline);
        MayGo mayGo = request.decided().mayGo();
        files.writeEntrances(entrances.look(routes(), (service, port) -> !mayGo.port(service, port)));
        return baseline;
    }

    /** Files that cannot be read tell no route; that they cannot is told where they are needed. */
    private ProxyRoutes routes() {
        try {
            ComposeProject project =
                    new ComposeLoader(tools.tools().disk()).load(tools.tools().request());
            return ProxyRoutes.of(
                    project.topology(), new ProxyFileReader(tools.tools().disk()).read(project));
        } catch (ComposeException e) {
            return new ProxyRoutes(List.of(), List.of());
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
        List<CheckResult> entered = entrances.still(answered.orElse(List.of()), routes(), tools.patience());
        entered.forEach(progress::tell);
        progress.keep(entered);
    }

    /** Returns what came of it, and notes what is lost. */
    Verdict verdict() throws IOException {
        List<CheckResult> lost =
                progress.checks().stream().filter(CheckResult::lost).toList();
        for (CheckResult check : lost) {
            progress.note("Lost: " + check.subject() + ": " + check.saw()
                    + (check.saw().endsWith(".") ? "" : "."));
        }
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
