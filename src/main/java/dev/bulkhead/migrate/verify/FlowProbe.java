package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.topology.Protocol;
import java.time.Duration;
import java.util.Optional;

/** Probe of a flow: asks from inside a container whether it works, with whatever tool its image has. */
final class FlowProbe {

    /** An address of the internet that answers on a well-known port: a public name server. */
    static final String INTERNET_HOST = "1.1.1.1";

    static final int INTERNET_PORT = 443;
    static final Duration CONNECT = Duration.ofSeconds(2);
    static final Duration EXEC = Duration.ofSeconds(20);

    private final Engine engine;
    private final String project;

    FlowProbe(Engine engine, String project) {
        this.engine = engine;
        this.project = project;
    }

    /**
     * What a probe showed.
     *
     * @param answer yes, no, or that it cannot be told
     * @param ran the question in words
     * @param saw the answer in words
     */
    record Seen(Probe.Answer answer, String ran, String saw) {}

    Seen ask(MustFlow flow, ObservedState state) {
        boolean outward = flow.to().equals(MustFlow.INTERNET);
        Probe probe = outward
                ? new Probe.Connect(INTERNET_HOST, INTERNET_PORT, CONNECT)
                : flow.port().isPresent()
                        ? new Probe.Connect(flow.to(), flow.port().getAsInt(), CONNECT)
                        : new Probe.Lookup(flow.to());
        if (flow.protocol() != Protocol.TCP) {
            return new Seen(
                    Probe.Answer.CANNOT_TELL,
                    "from " + flow.from() + ": " + flow.rule(),
                    "Not asked: only TCP tells whether somebody answers.");
        }
        String ran = "from " + flow.from() + ": " + text(probe);
        Optional<ObservedContainer> container = state.containers(project, flow.from()).stream()
                .filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING)
                .findFirst();
        if (container.isEmpty()) {
            return new Seen(Probe.Answer.CANNOT_TELL, ran, flow.from() + " does not run.");
        }
        try {
            ExecResult result = engine.exec().exec(container.get().id(), probe.command(), EXEC);
            return seen(probe, Probe.answer(result), ran, result);
        } catch (EngineException e) {
            // an image without a shell cannot be asked; that is no answer about the network
            return new Seen(Probe.Answer.CANNOT_TELL, ran, "Not asked: " + e.getMessage());
        }
    }

    private static Seen seen(Probe probe, Probe.Answer answer, String ran, ExecResult result) {
        boolean lookup = probe instanceof Probe.Lookup;
        return switch (answer) {
            case YES ->
                lookup
                        ? new Seen(
                                Probe.Answer.CANNOT_TELL,
                                ran,
                                "The name is known; its port is not, so no more was asked.")
                        : new Seen(answer, ran, "Connected.");
            case NO -> new Seen(answer, ran, "No connection" + firstLine(result) + ".");
            case CANNOT_TELL -> new Seen(answer, ran, "Not asked: the image has no tool to connect with.");
        };
    }

    private static String firstLine(ExecResult result) {
        return result.output()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> ": " + line.strip().replaceAll("\\.+$", ""))
                .orElse("");
    }

    private static String text(Probe probe) {
        return switch (probe) {
            case Probe.Connect(String host, int port, Duration timeout) ->
                "connect to " + host + ":" + port + " within " + timeout.toSeconds() + " s";
            case Probe.Lookup(String name) -> "look up " + name;
            case Probe.Fetch fetch -> "fetch " + fetch.path() + " from " + fetch.host() + ":" + fetch.port();
            case Probe.Http http -> "ask " + http.host() + ":" + http.port() + " for " + http.name();
        };
    }
}
