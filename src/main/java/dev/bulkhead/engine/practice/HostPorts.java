package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.topology.PortMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ports of the host, chosen and guarded. */
final class HostPorts {

    /** Where the engine's search for a free port begins (Linux, {@code ip_local_port_range}). */
    private static final int FIRST_FREE = 32768;

    private static final int LAST = 65535;

    private HostPorts() {}

    /** Returns what a container that starts now gets bound. */
    static List<PortMapping> bind(PracticeState state, PracticeContainer container) throws EngineException {
        if (container.identity().origin().ports().isEmpty()) {
            return List.of();
        }
        List<PortMapping> taken = new ArrayList<>();
        for (PracticeContainer other : state.containers().values()) {
            if (!other.id().equals(container.id())) {
                taken.addAll(other.bound());
            }
        }
        List<PortMapping> bound = new ArrayList<>();
        for (PortMapping wanted : container.identity().origin().ports()) {
            PortMapping chosen = choose(wanted, taken, container.name());
            bound.add(chosen);
            taken.add(chosen);
        }
        return bound;
    }

    private static PortMapping choose(PortMapping wanted, List<PortMapping> taken, String container)
            throws EngineException {
        String[] range = wanted.published().orElse(FIRST_FREE + "-" + LAST).split("-", 2);
        int from = Integer.parseInt(range[0]);
        int to = range.length > 1 ? Integer.parseInt(range[1]) : from;
        for (int port = from; port <= to; port++) {
            PortMapping candidate = new PortMapping(
                    wanted.hostIp(),
                    Optional.of(Integer.toString(port)),
                    wanted.target(),
                    wanted.protocol(),
                    PortMapping.INGRESS);
            if (taken.stream().noneMatch(t -> clash(t, candidate))) {
                return candidate;
            }
        }
        throw new EngineException(
                Kind.CONFLICT,
                "Container " + container + " cannot start: host port "
                        + wanted.published().orElse("") + "/"
                        + wanted.protocol().text() + " is taken by another container.");
    }

    private static boolean clash(PortMapping one, PortMapping other) {
        return one.published().equals(other.published())
                && one.protocol() == other.protocol()
                && (one.hostIp().isEmpty()
                        || other.hostIp().isEmpty()
                        || one.hostIp().equals(other.hostIp()));
    }
}
