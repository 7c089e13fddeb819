package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Check that no two programs of one network namespace listen on one port: the second one cannot bind it (bind(2),
 * EADDRINUSE). Where somebody publishes as many ports that nobody is known to listen on as there are programs too many,
 * their own settings are taken to have moved them.
 */
final class NamespacePortTakenCheck implements Check {

    private static final String HOST = "host";

    @Override
    public String id() {
        return "namespace-port-taken";
    }

    @Override
    public String title() {
        return "Who shares a network namespace listens on ports of its own";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        ServiceNetworks networks = new ServiceNetworks(input.topology(), input.reach());
        FindingBuilder build = FindingBuilder.of(this, input);
        Map<String, List<Listener>> namespaces = new LinkedHashMap<>();
        for (Service service : input.topology().services().values()) {
            namespace(service, networks)
                    .ifPresent(name -> namespaces
                            .computeIfAbsent(name, n -> new ArrayList<>())
                            .add(Listener.of(service, input.catalogue())));
        }
        namespaces.forEach((name, members) -> clashes(name, members, name.equals(HOST), build, findings));
        againstPublished(namespaces.getOrDefault(HOST, List.of()), input, networks, build, findings);
    }

    /** Returns a name for the namespace that a service's programs listen in; empty where they listen in none. */
    private static Optional<String> namespace(Service service, ServiceNetworks networks) {
        return switch (service.networkMode()) {
            case NetworkMode.Host h -> Optional.of(HOST);
            case NetworkMode.None n -> Optional.empty();
            case NetworkMode.OfContainer(String container) ->
                networks.container(container)
                        .map(owner -> namespace(owner, networks))
                        .orElse(Optional.of("container " + container));
            case NetworkMode.OfService s ->
                networks.owner(service)
                        .flatMap(owner ->
                                owner.key().equals(service.key()) ? Optional.empty() : namespace(owner, networks));
            case NetworkMode.Networks n -> Optional.of("service " + service.key());
            case NetworkMode.DefaultBridge b -> Optional.of("service " + service.key());
            case NetworkMode.Named n -> Optional.of("service " + service.key());
        };
    }

    private void clashes(
            String name, List<Listener> members, boolean host, FindingBuilder build, Consumer<Finding> findings) {
        Map<Integer, List<Listener>> byPort = new LinkedHashMap<>();
        for (Listener member : members) {
            member.port()
                    .ifPresent(port ->
                            byPort.computeIfAbsent(port, p -> new ArrayList<>()).add(member));
        }
        Set<Integer> unexplained = unexplained(members);
        byPort.forEach((port, listeners) -> {
            for (int i = 1; i < listeners.size() && unexplained.size() < listeners.size() - 1; i++) {
                Listener later = listeners.get(i);
                Listener first = listeners.getFirst();
                if (Profiles.together(first.service(), later.service())) {
                    findings.accept(clash(port, first, later, host ? "the host's network" : name, build));
                }
            }
        });
    }

    /** Returns container ports that the namespace publishes and nobody in it is known to use. */
    private static Set<Integer> unexplained(List<Listener> members) {
        Set<Integer> ports = new HashSet<>();
        for (Listener member : members) {
            member.service().ports().stream()
                    .filter(mapping -> mapping.protocol() == Protocol.TCP)
                    .forEach(mapping -> ports.add(mapping.target()));
        }
        members.forEach(member -> ports.removeAll(member.explains()));
        return ports;
    }

    private Finding clash(int port, Listener first, Listener later, String where, FindingBuilder build) {
        String place = where.startsWith("service ")
                ? "the network of " + where.substring("service ".length())
                : where.startsWith("container ") ? "the network of " + where : where;
        return build.finding(
                severity(build, first, later),
                List.of(
                        Element.service(later.service().key()),
                        Element.service(first.service().key())),
                later.service().networkMode().text().isPresent() ? later.at("network_mode") : first.at("network_mode"),
                "Services " + first.service().key() + " and "
                        + later.service().key() + " both listen on port " + port + " in " + place
                        + ", where only one of them can, unless their own settings say otherwise.",
                remedy(first, later));
    }

    private static String remedy(Listener first, Listener later) {
        return later.variable()
                        .map(name -> "Set " + name + " of " + later.service().key() + " to another port")
                        .or(() -> first.variable()
                                .map(name ->
                                        "Set " + name + " of " + first.service().key() + " to another port"))
                        .orElse("Give one of them another port in its own settings")
                + ", and lead to that one from where it is published.";
    }

    private void againstPublished(
            List<Listener> onHost,
            CheckInput input,
            ServiceNetworks networks,
            FindingBuilder build,
            Consumer<Finding> findings) {
        List<HostPort> published = HostPort.of(input.topology(), networks);
        for (Listener listener : onHost) {
            for (HostPort port : published) {
                if (port.mapping().protocol() == Protocol.TCP
                        && Profiles.together(listener.service(), port.service())
                        && !port.service().key().equals(listener.service().key())) {
                    level(listener, port, build)
                            .ifPresent(level -> findings.accept(taken(level, listener, port, build)));
                }
            }
        }
    }

    /** Returns how bad it is that a program of the host's network listens where a port is published; empty where it does not. */
    private Optional<Severity> level(Listener listener, HostPort published, FindingBuilder build) {
        Optional<Integer> port = published.mapping().published().flatMap(NamespacePortTakenCheck::number);
        if (port.isEmpty()) {
            return Optional.empty();
        }
        if (listener.port().equals(port)) {
            return Optional.of(listener.known().isEmpty() ? Severity.INFO : severity(build, listener));
        }
        return listener.further().contains(port.get()) ? Optional.of(Severity.INFO) : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Finding taken(Severity level, Listener listener, HostPort port, FindingBuilder build) {
        String publisher = port.service().key();
        String host = listener.service().key();
        boolean main = listener.port().equals(port.mapping().published().flatMap(NamespacePortTakenCheck::number));
        return build.finding(
                level,
                List.of(Element.service(publisher), Element.service(host)),
                Element.port(publisher, port.index()),
                "Service " + publisher + " publishes " + port.mapping().text() + ", but " + host
                        + ", which is on the host's network, "
                        + (main
                                ? "listens on that port of the host, unless its own settings say otherwise: the one that"
                                        + " comes second does not start."
                                : "may listen on that port of the host; then the one that comes second does not start."),
                "Publish another host port, or give " + host + " another port in its own settings.");
    }

    /** Where nothing can have moved a program from where its image listens, the second one certainly does not start. */
    private Severity severity(FindingBuilder build, Listener... listeners) {
        return Stream.of(listeners).allMatch(listener -> listener.byImageAlone(build.sources()))
                ? Severity.ERROR
                : severity();
    }
}
