package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.playbook.PortGuide;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.rules.Exposure;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Outlook on the published ports of a project: who reaches each today, and what becomes of it by the answers.
 *
 * @param ports the ports, those that go first in the order in which they go
 * @param routes requests that routes of the project take beside those that lead to one of the ports
 */
public record PortOutlook(List<Port> ports, List<RouteRequest> routes) {

    public PortOutlook {
        ports = List.copyOf(ports);
        routes = List.copyOf(routes);
    }

    /** How far a published port is open. */
    public enum Reach {
        /** To the internet as well. */
        INTERNET,
        /** To whoever is on the LAN. */
        LAN,
        /** To those as well, and the rules allow it. */
        ALLOWED,
        /** To this host alone. */
        HOST
    }

    /**
     * Published port.
     *
     * @param onHost the port as on the host, for instance {@code 8989/tcp}
     * @param service the service that publishes it
     * @param audience who reaches it today, in words
     * @param reach the same in one word
     * @param what what speaks there, in words
     * @param fate what becomes of it
     */
    public record Port(String onHost, String service, String audience, Reach reach, String what, Fate fate) {}

    /**
     * What becomes of a port.
     *
     * @param closes whether it goes
     * @param route the request that has to be answered in its place; empty where there is none
     * @param stands whether that route is there already, so that it can be asked now
     */
    public record Fate(boolean closes, Optional<RouteRequest> route, boolean stands) {}

    /**
     * Looks at the ports.
     *
     * @throws AnswersException if the answers lead to no goal, with the reason
     */
    public static PortOutlook of(IterationInput input, PortGuide guide, Answers answers) throws AnswersException {
        PortInventory inventory = new PortInventory(input, guide);
        SortedMap<String, PortHandouts.Fate> fates = new PortDesigner(input, inventory, answers).fates();
        List<Port> ports = inventory.ports().stream()
                .map(port -> {
                    PortHandouts.Fate fate =
                            fates.getOrDefault(port.question(), new PortHandouts.Fate(false, Optional.empty()));
                    Optional<RouteRequest> present = port.route().map(route -> RouteRequest.of(route, port.user()));
                    return new Port(
                            port.onHost(),
                            port.user(),
                            port.audience().words(),
                            reach(port, input.rules().wanted()),
                            port.what(),
                            new Fate(
                                    fate.closes(),
                                    fate.closes() ? fate.route() : present,
                                    port.route().isPresent()));
                })
                .toList();
        List<Port> ordered = Stream.concat(
                        ports.stream().filter(port -> port.fate().closes()),
                        ports.stream().filter(port -> !port.fate().closes()))
                .toList();
        List<String> asked = ports.stream()
                .flatMap(port -> port.fate().route().stream())
                .map(RouteRequest::url)
                .toList();
        return new PortOutlook(
                ordered,
                inventory.proxies().routes().stream()
                        .filter(route -> route.entry().protocol() == RouteEntry.Protocol.HTTP)
                        .filter(route -> !route.match().hosts().isEmpty())
                        .map(route -> RouteRequest.of(
                                route,
                                route.container()
                                        .map(RouteTarget.Container::service)
                                        .orElse(route.proxy())))
                        .filter(request -> !asked.contains(request.url()))
                        .distinct()
                        .toList());
    }

    private static Reach reach(HostedPort port, Exposure exposure) {
        if (!port.audience().beyondThisHost()) {
            return Reach.HOST;
        }
        if (exposure.allows(port.mapping())) {
            return Reach.ALLOWED;
        }
        return port.audience().internet() == Verdict.BLOCKED ? Reach.LAN : Reach.INTERNET;
    }
}
