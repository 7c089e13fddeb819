package dev.bulkhead.migrate.status;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.Binding;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Exposure of a project before its first iteration and now.
 *
 * @param before the ports that were open then, or why that is not known and how it becomes known
 * @param now the ports that are open now
 */
public record ExposureChange(Measured<OpenPorts> before, OpenPorts now) {

    /** Where ports are known from. */
    public enum Source {
        /** The engine told what it binds. */
        ENGINE,
        /** The files say what is to be published; no engine was asked. */
        FILES
    }

    /**
     * Ports of a project that are open on the host.
     *
     * @param at when they were looked at
     * @param source where they are known from
     * @param ports the published ones, sorted
     * @param hostNetwork services that use the host's own network: what they listen on is open and not listed
     */
    public record OpenPorts(Instant at, Source source, List<OpenPort> ports, List<String> hostNetwork) {
        public OpenPorts {
            ports = ports.stream().distinct().sorted(OpenPort.ORDER).toList();
            hostNetwork = hostNetwork.stream().distinct().sorted().toList();
        }

        /** Returns how many are open to others than the host itself. */
        public int beyondTheHost() {
            return Math.toIntExact(
                    ports.stream().filter(port -> !port.hostOnly()).count());
        }
    }

    /**
     * Published port.
     *
     * @param port it on the host, for instance {@code 8989/tcp} or {@code 127.0.0.1:8090/tcp}
     * @param service the service that publishes it
     * @param hostOnly whether the host alone can use it
     */
    public record OpenPort(String port, String service, boolean hostOnly) {

        private static final Comparator<OpenPort> ORDER =
                Comparator.comparing(OpenPort::service).thenComparing(OpenPort::port);
        private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::");

        static OpenPort of(String service, PortMapping mapping) {
            PortMapping plain = new PortMapping(
                    mapping.hostIp().filter(address -> !ALL_ADDRESSES.contains(address)),
                    mapping.published(),
                    mapping.target(),
                    mapping.protocol(),
                    mapping.mode());
            return new OpenPort(plain.onHost(), service, new Binding(0, plain, plain.hostIp()).loopback());
        }

        /** Returns for instance {@code 8989/tcp of sonarr}. */
        public String text() {
            return port + " of " + service + (hostOnly ? ", for this host alone" : "");
        }
    }

    /** Returns the ports that an engine binds for a project; of a container that does not run, those it was made with. */
    public static OpenPorts of(Instant at, ObservedState state, String project) {
        List<ObservedContainer> containers = ProjectHealth.containers(state, project);
        return new OpenPorts(
                at,
                Source.ENGINE,
                containers.stream()
                        .flatMap(c -> (c.status().state() == RunState.RUNNING
                                        ? c.lastingPorts()
                                        : c.made().publishes())
                                .stream().map(port -> OpenPort.of(c.service().orElse(c.name()), port)))
                        .toList(),
                containers.stream()
                        .filter(c -> c.networkMode().equals("host"))
                        .map(c -> c.service().orElse(c.name()))
                        .toList());
    }

    /** Returns the ports that the files of a project publish. */
    public static OpenPorts of(Instant at, Topology files) {
        List<Service> started = files.services().values().stream()
                .filter(service -> service.profiles().isEmpty())
                .toList();
        return new OpenPorts(
                at,
                Source.FILES,
                started.stream()
                        .flatMap(service -> service.ports().stream().map(port -> OpenPort.of(service.key(), port)))
                        .toList(),
                started.stream()
                        .filter(service -> service.networkMode() instanceof NetworkMode.Host)
                        .map(Service::key)
                        .toList());
    }

    /** Returns the ports that were open before and are not now; none where before is not known. */
    public List<OpenPort> closed() {
        return before.value()
                .map(then -> then.ports().stream()
                        .filter(port -> !now.ports().contains(port))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the ports that are open now and were not before; none where before is not known. */
    public List<OpenPort> opened() {
        return before.value()
                .map(then -> now.ports().stream()
                        .filter(port -> !then.ports().contains(port))
                        .toList())
                .orElse(List.of());
    }
}
