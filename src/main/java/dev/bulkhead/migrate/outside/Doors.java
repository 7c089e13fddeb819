package dev.bulkhead.migrate.outside;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Ports by which a project's services can be asked from here.
 *
 * @param doors the ports, each once
 * @param unasked service to the reason why it cannot be asked
 */
public record Doors(List<Door> doors, SortedMap<String, String> unasked) {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "");

    public Doors {
        doors = List.copyOf(doors);
        unasked = Collections.unmodifiableSortedMap(new TreeMap<>(unasked));
    }

    /**
     * Returns the ports of a project that are published now and stay so.
     *
     * @param engine tells where its host is
     * @param stays whether a port of a service is meant to be published afterwards as well
     */
    public static Doors of(
            EngineInfo engine, ObservedState state, String project, BiPredicate<String, PortMapping> stays) {
        Optional<String> host = host(engine);
        Set<Door> doors = new LinkedHashSet<>();
        SortedMap<String, String> unasked = new TreeMap<>();
        for (ObservedContainer container : state.containers()) {
            if (container.project().filter(project::equals).isEmpty()
                    || container.service().isEmpty()) {
                continue;
            }
            String service = container.service().get();
            if (host.isEmpty()) {
                unasked.put(service, "this engine has no host whose ports could be asked");
                continue;
            }
            for (PortMapping port : container.lastingPorts()) {
                door(service, port, host.get(), engine.onThisMachine())
                        .filter(door -> stays.test(service, port))
                        .ifPresent(doors::add);
            }
            if (doors.stream().noneMatch(door -> door.service().equals(service))) {
                unasked.put(
                        service,
                        container.networkMode().startsWith("container:")
                                ? "it shares the network of another container, which publishes its ports"
                                : "no TCP port of it stays published that could be asked from here");
            }
        }
        return new Doors(List.copyOf(doors), unasked);
    }

    private static Optional<Door> door(String service, PortMapping port, String host, boolean here) {
        if (port.protocol() != Protocol.TCP
                || port.published().filter(number -> number.matches("\\d{1,5}")).isEmpty()) {
            return Optional.empty();
        }
        String bound = port.hostIp().orElse("");
        boolean loopback = bound.startsWith("127.") || bound.equals("::1");
        if (loopback && !here) {
            return Optional.empty();
        }
        return Optional.of(new Door(
                service,
                EVERYWHERE.contains(bound) ? host : bound,
                Integer.parseInt(port.published().get())));
    }

    /** The practice engine has no host. */
    private static Optional<String> host(EngineInfo engine) {
        if (engine.onThisMachine()) {
            return Optional.of("127.0.0.1");
        }
        return engine.address().contains("://")
                ? Optional.ofNullable(URI.create(engine.address()).getHost())
                : Optional.empty();
    }
}
