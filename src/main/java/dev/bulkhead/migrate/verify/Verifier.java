package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.ContainerCheck;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.WebAsk;
import dev.bulkhead.migrate.live.Pause;
import dev.bulkhead.topology.PortMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Verifier of a run: looks whether everything holds that has to hold; each check tells what it ran and what it saw. */
public final class Verifier {

    private static final int TRIES = 10;
    /** A proxy takes its time to see new labels and files. */
    private static final int ROUTE_TRIES = 20;

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Engine engine;
    private final Pause pause;
    private final InstantSource clock;
    private final Path root;

    /** Looks at an engine by this machine's clock. */
    public Verifier(Engine engine, Pause pause) {
        this(engine, pause, InstantSource.system(), Path.of(""));
    }

    /**
     * Looks at an engine.
     *
     * @param pause how time passes between two tries of a flow
     * @param clock tells how long certificates are valid
     * @param root the project directory, where certificates stand that are trusted
     */
    public Verifier(Engine engine, Pause pause, InstantSource clock, Path root) {
        this.engine = engine;
        this.pause = pause;
        this.clock = clock;
        this.root = root;
    }

    /** Returns which flows work at this moment. */
    public Baseline baseline(String project, List<MustFlow> flows) throws EngineException {
        ObservedState state = engine.observer().observe();
        FlowProbe probe = new FlowProbe(engine, project);
        Map<String, Boolean> answers = new TreeMap<>();
        for (MustFlow flow : flows) {
            switch (surely(flow, probe, state).answer()) {
                case YES -> answers.put(flow.rule(), true);
                case NO -> answers.put(flow.rule(), false);
                case CANNOT_TELL -> {}
            }
        }
        return new Baseline(answers);
    }

    /**
     * Carries all checks out.
     *
     * @param told called with each result as it comes
     */
    public List<CheckResult> verify(Expectation expected, Consumer<CheckResult> told)
            throws EngineException, InterruptedException {
        List<CheckResult> results = new ArrayList<>();
        Consumer<CheckResult> take = result -> {
            results.add(result);
            told.accept(result);
        };
        ObservedState state = engine.observer().observe();
        new StateChecks(expected, state).run(take);
        FlowProbe probe = new FlowProbe(engine, expected.topology().project());
        for (MustFlow flow : expected.flows()) {
            take.accept(
                    flow.forbidden()
                            ? forbidden(flow, probe, state, expected.baseline())
                            : flow(flow, probe, state, expected.baseline()));
        }
        return List.copyOf(results);
    }

    /** Returns whether flows work at this moment; those that did not work before are asked once. */
    public List<CheckResult> probe(String project, List<MustFlow> flows, Baseline baseline)
            throws EngineException, InterruptedException {
        ObservedState state = engine.observer().observe();
        FlowProbe probe = new FlowProbe(engine, project);
        List<CheckResult> results = new ArrayList<>();
        for (MustFlow flow : flows) {
            results.add(flow(flow, probe, state, baseline));
        }
        return List.copyOf(results);
    }

    /** Asks a proxy for a page until it answers by a route, or until it is clear that it does not. */
    public CheckResult route(String project, RouteRequest request) throws EngineException, InterruptedException {
        RouteProbe probe = new RouteProbe(engine, project);
        return looked(CheckResult.Group.ROUTES, request.url(), () -> probe.ask(request));
    }

    /** Asks a proxy for a page once. */
    public CheckResult routeNow(String project, RouteRequest request) throws EngineException {
        long began = System.nanoTime();
        ProbeOutcome sight = new RouteProbe(engine, project).ask(request);
        return told(CheckResult.Group.ROUTES, request.url(), sight, sight.ran(), began);
    }

    /** Asks a web server until its answer is as expected, or until its time is up. */
    public CheckResult web(String project, WebAsk ask) throws EngineException, InterruptedException {
        WebProbe probe = new WebProbe(engine, project, clock, root);
        return looked(
                CheckResult.Group.ROUTES,
                ask.text(),
                Math.toIntExact(Math.max(1, ask.limit().dividedBy(BETWEEN))),
                () -> probe.ask(ask));
    }

    /** Looks until a port of the host is closed, or until it is clear that it stays open. */
    public CheckResult closed(String project, String service, PortMapping port)
            throws EngineException, InterruptedException {
        RouteProbe probe = new RouteProbe(engine, project);
        String subject =
                "port " + port.published().orElse("") + "/" + port.protocol().text() + " of " + service;
        return looked(CheckResult.Group.PORTS, subject, () -> probe.closed(service, port));
    }

    /** Runs a check inside the containers of a service until it ends as it has to, or until it is clear that it does not. */
    public CheckResult check(String project, ContainerCheck check) throws EngineException, InterruptedException {
        CheckProbe probe = new CheckProbe(engine, project);
        return looked(CheckResult.Group.INSIDE, check.service() + ": " + check.line(), () -> probe.run(check));
    }

    /** Looks once whether a user can read secret files of the project in a directory. */
    public CheckResult secretsReadable(Path root, String service, List<SecretFile> files, SecretFile.Owner reader) {
        long began = System.nanoTime();
        ProbeOutcome seen = new SecretProbe(engine, "", root).readable(files, reader);
        return told(CheckResult.Group.SECRETS, "secrets of " + service, seen, seen.ran(), began);
    }

    /** Looks once whether values of secret files show anywhere but in them. */
    public CheckResult secretsHidden(
            String project, Path root, String service, List<SecretFile> files, List<String> elsewhere)
            throws EngineException {
        long began = System.nanoTime();
        ProbeOutcome seen = new SecretProbe(engine, project, root).hidden(service, files, elsewhere);
        return told(CheckResult.Group.SECRETS, "secrets of " + service, seen, seen.ran(), began);
    }

    private interface Look {
        ProbeOutcome look() throws EngineException;
    }

    private CheckResult looked(CheckResult.Group group, String subject, Look look)
            throws EngineException, InterruptedException {
        return looked(group, subject, ROUTE_TRIES, look);
    }

    private CheckResult looked(CheckResult.Group group, String subject, int tries, Look look)
            throws EngineException, InterruptedException {
        long began = System.nanoTime();
        ProbeOutcome sight = look.look();
        int tried = 1;
        while (sight.answer() == Probe.Answer.NO && tried < tries) {
            pause.pause(BETWEEN);
            sight = look.look();
            tried++;
        }
        return told(group, subject, sight, sight.ran() + (tried > 1 ? ", " + tried + " times" : ""), began);
    }

    private static CheckResult told(
            CheckResult.Group group, String subject, ProbeOutcome sight, String ran, long began) {
        CheckStatus status = switch (sight.answer()) {
            case YES -> CheckStatus.PASSED;
            case NO -> CheckStatus.FAILED;
            case CANNOT_TELL -> CheckStatus.UNKNOWN;
        };
        return new CheckResult(
                group,
                subject,
                status,
                ran,
                sight.saw(),
                sight.answer() == Probe.Answer.NO,
                Duration.ofNanos(System.nanoTime() - began));
    }

    private CheckResult flow(MustFlow flow, FlowProbe probe, ObservedState state, Baseline baseline)
            throws InterruptedException {
        long began = System.nanoTime();
        FlowProbe.Seen seen = probe.ask(flow, state);
        // what did not work before is not waited for
        int tries = baseline.failed(flow.rule()) ? 1 : TRIES;
        int tried = 1;
        while (seen.answer() == Probe.Answer.NO && tried < tries) {
            pause.pause(BETWEEN);
            seen = probe.ask(flow, state);
            tried++;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new CheckResult(
                flow.source() == MustFlow.Source.ROUTE ? CheckResult.Group.ROUTES : CheckResult.Group.FLOWS,
                flow.rule(),
                status(seen, flow, baseline),
                seen.ran() + (tried > 1 ? ", " + tried + " times" : ""),
                seen.saw()
                        + (seen.answer() == Probe.Answer.NO && baseline.failed(flow.rule())
                                ? " It did not work before either."
                                : ""),
                seen.answer() == Probe.Answer.NO && baseline.worked(flow.rule()),
                took);
    }

    /** A No is believed when it comes twice: a service that is busy loses a connection now and then, and is not closed by that. */
    private static FlowProbe.Seen surely(MustFlow flow, FlowProbe probe, ObservedState state) {
        FlowProbe.Seen seen = probe.ask(flow, state);
        return seen.answer() == Probe.Answer.NO ? probe.ask(flow, state) : seen;
    }

    /** What the operator forbids may still be open on the way there; it counts as lost only if it was closed before. */
    private static CheckResult forbidden(MustFlow flow, FlowProbe probe, ObservedState state, Baseline baseline) {
        long began = System.nanoTime();
        FlowProbe.Seen seen = surely(flow, probe, state);
        boolean open = seen.answer() == Probe.Answer.YES;
        CheckStatus status = switch (seen.answer()) {
            case NO -> CheckStatus.PASSED;
            case YES -> baseline.worked(flow.rule()) ? CheckStatus.WARNING : CheckStatus.FAILED;
            case CANNOT_TELL -> CheckStatus.UNKNOWN;
        };
        String saw = switch (seen.answer()) {
            case NO -> seen.saw() + " It is forbidden, as it should be.";
            case YES ->
                seen.saw() + " bulkhead.yml forbids it"
                        + (baseline.worked(flow.rule())
                                ? "; it was open before as well."
                                : ", and it was closed before.");
            case CANNOT_TELL -> seen.saw();
        };
        return new CheckResult(
                CheckResult.Group.FLOWS,
                flow.rule(),
                status,
                seen.ran(),
                saw,
                open && baseline.failed(flow.rule()),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private static CheckStatus status(FlowProbe.Seen seen, MustFlow flow, Baseline baseline) {
        return switch (seen.answer()) {
            case YES -> CheckStatus.PASSED;
            // a flow that never worked, and that only habit tells of, says nothing about the run
            case NO ->
                baseline.failed(flow.rule()) && flow.source() == MustFlow.Source.CATALOGUE
                        ? CheckStatus.WARNING
                        : CheckStatus.FAILED;
            case CANNOT_TELL -> CheckStatus.UNKNOWN;
        };
    }
}
