package dev.bulkhead.check;

import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.util.Optional;

/**
 * The host ports that one published port takes.
 *
 * @param first lowest host port
 * @param last highest host port
 * @param index place in the service's ports
 */
record HostPorts(Service service, int index, PortMapping mapping, int first, int last) {

    /** Returns what a mapping takes; empty when the engine chooses the port. */
    static Optional<HostPorts> of(Service service, int index) {
        PortMapping mapping = service.ports().get(index);
        return mapping.published().flatMap(text -> {
            String[] ends = text.split("-", 2);
            try {
                int first = Integer.parseInt(ends[0].strip());
                int last = ends.length == 1 ? first : Integer.parseInt(ends[1].strip());
                return first < 1 || last < first
                        ? Optional.empty()
                        : Optional.of(new HostPorts(service, index, mapping, first, last));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /** Returns whether the engine picks one port of several. */
    boolean picksOne() {
        return last > first;
    }

    /** Returns whether both want a port of the same address and protocol. */
    boolean clashesWith(HostPorts other) {
        return mapping.protocol() == other.mapping.protocol()
                && first <= other.last
                && other.first <= last
                && sameAddress(mapping.hostIp(), other.mapping.hostIp());
    }

    private static boolean sameAddress(Optional<String> a, Optional<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return true;
        }
        Optional<Ip> ipA = Ip.tryParse(a.get());
        Optional<Ip> ipB = Ip.tryParse(b.get());
        if (ipA.isEmpty() || ipB.isEmpty()) {
            return a.equals(b);
        }
        return ipA.get().isIpv4() == ipB.get().isIpv4()
                && (ipA.get().equals(ipB.get())
                        || ipA.get().isUnspecified()
                        || ipB.get().isUnspecified());
    }
}
