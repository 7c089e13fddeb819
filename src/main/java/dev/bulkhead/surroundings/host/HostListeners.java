package dev.bulkhead.surroundings.host;

import dev.bulkhead.engine.drift.WantedPorts;
import dev.bulkhead.engine.drift.WantedPorts.Wanted;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Programs of a machine that listen on a port of it, as Linux lists them in {@code /proc/net} (proc(5)). */
final class HostListeners {

    private static final String LISTENS = "0A";
    private static final String UNCONNECTED = "07";

    /**
     * A port that is listened on.
     *
     * @param address where; empty for all addresses
     */
    record Listener(Protocol protocol, int port, Optional<String> address) {

        String text() {
            return address.orElse("all addresses") + ", port " + port;
        }
    }

    private HostListeners() {}

    /** Returns who listens, by the lines of the tables; those on single IPv6 addresses are left out. */
    static List<Listener> read(Function<String, List<String>> table) {
        List<Listener> listeners = new ArrayList<>();
        for (String family : List.of("", "6")) {
            read(table.apply("tcp" + family), Protocol.TCP, LISTENS, listeners);
            read(table.apply("udp" + family), Protocol.UDP, UNCONNECTED, listeners);
        }
        return listeners.stream().distinct().toList();
    }

    private static void read(List<String> lines, Protocol protocol, String state, List<Listener> listeners) {
        for (String line : lines) {
            String[] column = line.strip().split("\\s+", 5);
            if (column.length == 5 && column[3].equals(state)) {
                int colon = column[1].lastIndexOf(':');
                String address = column[1].substring(0, colon);
                int port = Integer.parseInt(column[1].substring(colon + 1), 16);
                if (address.matches("0+")) {
                    listeners.add(new Listener(protocol, port, Optional.empty()));
                } else if (address.length() == 8) {
                    listeners.add(new Listener(protocol, port, Optional.of(ipv4(address))));
                }
            }
        }
    }

    /** Linux writes an address as a number in the byte order of the machine, which is little-endian wherever Docker runs. */
    private static String ipv4(String text) {
        int address = Integer.reverseBytes(Integer.parseUnsignedInt(text, 16));
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    /**
     * Returns which ports that a project publishes programs of the machine have; those of running containers are the engine's own,
     * and where the service itself is on the host's network so far, it is gone before it comes back.
     */
    static List<LiveFact> taken(Topology files, Set<String> profiles, ObservedState state, List<Listener> listeners) {
        List<LiveFact> facts = new ArrayList<>();
        for (Wanted wanted : WantedPorts.of(files, profiles, state)) {
            boolean onHost = state.containers(files.project(), wanted.service()).stream()
                    .anyMatch(container -> container.networkMode().equals("host")
                            && container.status().state() == RunState.RUNNING);
            listeners.stream()
                    .filter(listener -> !onHost
                            && wanted.clashes(listener.protocol(), listener.port(), listener.address())
                            && !publishes(state, listener))
                    .findFirst()
                    .ifPresent(
                            listener -> facts.add(
                                    new LiveFact(
                                            LiveFact.Kind.REFUSED,
                                            Element.service(wanted.service()),
                                            "Service " + wanted.service() + " publishes "
                                                    + wanted.mapping().text()
                                                    + ", but a program of this machine listens there ("
                                                    + listener.text()
                                                    + "), so docker compose up is refused; stop that program, or publish another port.")));
        }
        return facts;
    }

    private static boolean publishes(ObservedState state, Listener listener) {
        return state.containers().stream()
                .filter(container -> container.status().state() == RunState.RUNNING)
                .map(ObservedContainer::ports)
                .flatMap(List::stream)
                .anyMatch(port -> port.protocol() == listener.protocol()
                        && WantedPorts.number(port).equals(Optional.of(listener.port())));
    }
}
