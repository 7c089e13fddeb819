package dev.bulkhead.migrate.verify;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.topology.OneLine;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Subnet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Probe of a route: asks a proxy for pages by their host name, and whether ports of the host are closed: from inside
 * the proxy's container, or from one beside it where the proxy's image has no tool to ask with.
 */
final class RouteProbe {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration EXEC = Duration.ofSeconds(30);
    /** Status codes by which a proxy tells that it has nobody to ask (RFC 9110, 15.6). */
    private static final List<Integer> NOBODY_BEHIND = List.of(502, 503, 504);

    private final Engine engine;
    private final String project;

    RouteProbe(Engine engine, String project) {
        this.engine = engine;
        this.project = project;
    }

    /** Returns whether a request is answered by a route. */
    ProbeOutcome ask(RouteRequest request) throws EngineException {
        ObservedState state = engine.observer().observe();
        Optional<ObservedContainer> proxy = state.containers(project, request.proxy()).stream()
                .filter(RouteProbe::runs)
                .findFirst();
        if (proxy.isEmpty()) {
            return new ProbeOutcome(Probe.Answer.NO, "", request.proxy() + " does not run.");
        }
        ProbeOutcome last = new ProbeOutcome(Probe.Answer.CANNOT_TELL, "", "No container has a tool to ask with.");
        Set<String> mute = new LinkedHashSet<>();
        for (ObservedContainer asking : askers(state, proxy.get())) {
            boolean itself = asking.name().equals(proxy.get().name());
            Probe probe = new Probe.Http(
                    itself ? "127.0.0.1" : request.proxy(),
                    request.port(),
                    request.tls(),
                    request.authority(),
                    request.path(),
                    CONNECT);
            String ran = "from " + asking.service().orElse(asking.name()) + ": GET " + request.path() + " from "
                    + request.proxy() + ":" + request.port() + " with Host: " + request.authority();
            ExecResult result = exec(asking, probe);
            if (Probe.answer(result) == Probe.Answer.CANNOT_TELL) {
                mute.add(OneLine.of(result.output()));
                last = last.answer() == Probe.Answer.CANNOT_TELL ? unasked(mute) : last;
                continue;
            }
            last = seen(request, ran, Probe.HttpAnswer.of(result));
            if (last.answer() == Probe.Answer.YES || itself) {
                return last;
            }
        }
        return last;
    }

    /** What the engine said where it could not even begin is all that explains it. */
    private static ProbeOutcome unasked(Set<String> mute) {
        String said = mute.stream().filter(text -> !text.isBlank()).limit(3).collect(Collectors.joining("; "));
        return new ProbeOutcome(
                Probe.Answer.CANNOT_TELL,
                "",
                "No container has a tool to ask with" + (said.isEmpty() ? "." : " (" + said + ")."));
    }

    private static ProbeOutcome seen(RouteRequest request, String ran, Optional<Probe.HttpAnswer> answer) {
        if (answer.isEmpty()) {
            return new ProbeOutcome(Probe.Answer.NO, ran, request.proxy() + " gives no answer.");
        }
        int status = answer.get().status();
        if (NOBODY_BEHIND.contains(status)) {
            return new ProbeOutcome(
                    Probe.Answer.NO,
                    ran,
                    status + ": " + request.proxy() + " does not reach " + request.service() + ".");
        }
        return answer.get().asToAnyName()
                ? new ProbeOutcome(
                        Probe.Answer.NO,
                        ran,
                        status + ", as to a name that nobody has: there is no route for " + request.host() + " yet.")
                : new ProbeOutcome(Probe.Answer.YES, ran, "answers " + status);
    }

    /** Returns whether a port of the host is closed: by the engine's word, and by a connection from a container. */
    ProbeOutcome closed(String service, PortMapping port) throws EngineException {
        ObservedState state = engine.observer().observe();
        String text = port.published().orElse("a random port for " + port.target()) + "/"
                + port.protocol().text();
        boolean bound = state.containers(project, service).stream()
                .flatMap(c -> c.ports().stream())
                .anyMatch(p -> p.protocol() == port.protocol() && p.target() == port.target() && chosen(port, p));
        String ran = "inspect the bindings of " + service;
        if (bound) {
            return new ProbeOutcome(Probe.Answer.NO, ran, "The engine still publishes " + text + ".");
        }
        if (port.protocol() != Protocol.TCP
                || port.published().filter(p -> p.matches("\\d+")).isEmpty()
                || port.hostIp().filter(ip -> !ip.equals("0.0.0.0")).isPresent()) {
            return new ProbeOutcome(Probe.Answer.YES, ran, "The engine publishes it no more.");
        }
        int number = Integer.parseInt(port.published().get());
        for (ObservedContainer asking : state.containers()) {
            Optional<String> gateway = gateway(asking, state);
            if (!runs(asking) || gateway.isEmpty()) {
                continue;
            }
            Probe.Answer answer = Probe.answer(exec(asking, new Probe.Connect(gateway.get(), number, CONNECT)));
            String asked = "from " + asking.name() + ": connect to the host (" + gateway.get() + ":" + number + ")";
            switch (answer) {
                case YES -> {
                    return new ProbeOutcome(Probe.Answer.NO, asked, "The host still answers on " + text + ".");
                }
                case NO -> {
                    return new ProbeOutcome(
                            Probe.Answer.YES, asked, "No connection, and the engine publishes it no more.");
                }
                case CANNOT_TELL -> {}
            }
        }
        return new ProbeOutcome(Probe.Answer.YES, ran, "The engine publishes it no more; no container could try it.");
    }

    /** Of a range, and where none is stated, the engine chooses the port. */
    private static boolean chosen(PortMapping stated, PortMapping bound) {
        if (stated.published().isEmpty() || stated.published().equals(bound.published())) {
            return true;
        }
        String[] range = stated.published().get().split("-", 2);
        return range.length == 2
                && bound.published()
                        .map(Integer::parseInt)
                        .filter(number -> number >= Integer.parseInt(range[0]) && number <= Integer.parseInt(range[1]))
                        .isPresent();
    }

    private ExecResult exec(ObservedContainer container, Probe probe) {
        try {
            return engine.exec().exec(container.id(), probe.command(), EXEC);
        } catch (EngineException e) {
            return new ExecResult(Probe.NO_TOOL, String.valueOf(e.getMessage()));
        }
    }

    private static boolean runs(ObservedContainer container) {
        return container.status().state() == ObservedContainer.RunState.RUNNING;
    }

    /** The proxy itself, then those beside it. */
    private List<ObservedContainer> askers(ObservedState state, ObservedContainer proxy) {
        List<String> networks =
                proxy.endpoints().stream().map(ObservedEndpoint::network).toList();
        List<ObservedContainer> askers = new ArrayList<>(List.of(proxy));
        state.containers().stream()
                .filter(c -> !c.name().equals(proxy.name()) && runs(c))
                .filter(c -> c.project().filter(project::equals).isPresent())
                .filter(c -> c.endpoints().stream().anyMatch(e -> networks.contains(e.network())))
                .forEach(askers::add);
        return askers;
    }

    /** Where none is stated, some engines show none and take the first address (docker network create, --gateway). */
    private static Optional<String> gateway(Subnet subnet) {
        return subnet.gateway()
                .map(address -> address.replaceFirst("/.*$", ""))
                .or(() -> subnet.subnet()
                        .flatMap(Cidr::tryParse)
                        .map(Cidr::defaultGateway)
                        .map(Ip::toString));
    }

    /** The host's own address on a network that leads to it. */
    private static Optional<String> gateway(ObservedContainer container, ObservedState state) {
        return container.endpoints().stream()
                .flatMap(endpoint -> state.network(endpoint.network()).stream())
                .filter(network -> !network.options().internal())
                .flatMap(network -> network.subnets().stream())
                .flatMap(subnet -> gateway(subnet).stream())
                .filter(address -> !address.contains(":"))
                .findFirst();
    }
}
