package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.migrate.playbook.PortGuide;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Published port of a project as the inventory has it.
 *
 * @param service the service that publishes it
 * @param mapping how
 * @param user the service that listens there: itself, or one that shares its network namespace
 * @param kind what speaks there
 * @param audience who reaches it today
 * @param route the route that leads there already
 */
record HostedPort(
        String service, PortMapping mapping, String user, Kind kind, Audience audience, Optional<Route> route) {

    /**
     * Who reaches a port.
     *
     * @param internet whether the internet does
     * @param lan whether the LAN does
     * @param by the one address of the host that it is bound to
     */
    record Audience(Verdict internet, Verdict lan, Optional<String> by) {

        /** Returns whether anybody but the host itself may reach it. */
        boolean beyondThisHost() {
            return internet != Verdict.BLOCKED || lan != Verdict.BLOCKED;
        }

        /** Returns it for instance as {@code internet, LAN by 192.168.1.5}. */
        String words() {
            String who = Stream.of(word(internet, "internet"), word(lan, "LAN"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            return (who.isEmpty() ? "this host" : who)
                    + by.map(address -> " by " + address).orElse("");
        }

        private static Optional<String> word(Verdict verdict, String name) {
            return switch (verdict) {
                case REACHABLE -> Optional.of(name);
                case UNKNOWN -> Optional.of("perhaps " + name);
                case BLOCKED -> Optional.empty();
            };
        }
    }

    /** What speaks at a port. */
    sealed interface Kind {

        /** The proxy takes requests in here. */
        record Door() implements Kind {}

        /** The proxy's own page. */
        record OwnPage() implements Kind {}

        /** Web pages, and where that is known from. */
        record Web(String from) implements Kind {}

        /** Figures that a collector fetches over a network of the project. */
        record Figures(String collector) implements Kind {}

        /** Something else. */
        record Other(PortGuide.Use use) implements Kind {}

        /** Nobody knows. */
        record Unknown() implements Kind {}
    }

    /** Returns its name in answers, for instance {@code port.sonarr.8989}. */
    String question() {
        return "port." + service + "." + number()
                + (mapping.protocol() == Protocol.TCP
                        ? ""
                        : "-" + mapping.protocol().text());
    }

    /** Returns the question for the name of its route. */
    String nameQuestion() {
        return "name." + service + "." + number();
    }

    /** Returns it as on the host, for instance {@code 8989/tcp}; {@code random:8989/tcp} where the engine chooses it. */
    String onHost() {
        return mapping.onHost();
    }

    private String number() {
        return mapping.published().orElse(Integer.toString(mapping.target()));
    }

    /** Returns what speaks there in a few words. */
    String what() {
        return switch (kind) {
            case Kind.Door() -> "the door itself";
            case Kind.OwnPage() -> "the proxy's own page";
            case Kind.Web(String from) -> "web pages, by " + from;
            case Kind.Figures(String collector) -> "figures that " + collector + " fetches inside";
            case Kind.Other(PortGuide.Use use) -> use.use();
            case Kind.Unknown() -> "not known";
        };
    }
}
