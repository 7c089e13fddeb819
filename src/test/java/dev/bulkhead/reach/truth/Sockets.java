package dev.bulkhead.reach.truth;

import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sockets at which somebody may answer on a running project of chance.
 *
 * @param addresses the addresses of each service's container
 */
record Sockets(RandomProject project, Topology topology, Map<String, List<String>> addresses) {

    /** A listener of the host's own, on all addresses. */
    private static final int HOST_PORT = 8_090;

    /** The host's addresses on its uplink (see {@code PrivateEngine}), and on the engine's own bridge. */
    private static final List<String> UPLINK = List.of("198.18.0.1", "2001:2::1", RandomProject.DEFAULT_BRIDGE);

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    /** Returns the sockets, {@code ADDRESS PORT}, at which each subject would answer. */
    Map<String, List<String>> of(Subject from) {
        Map<String, List<String>> targets = new TreeMap<>();
        targets.put("host", hostSockets(from, HOST_PORT));
        targets.put("lan", List.of("198.18.0.2 80", "2001:2::2 80"));
        for (Service service : topology.services().values()) {
            // Whoever shares a namespace is reached when any listener in it is.
            String space = space(service.key());
            List<String> sockets = new ArrayList<>();
            for (Service other : topology.services().values()) {
                if (space(other.key()).equals(space)) {
                    sockets.addAll(sockets(from, space, other));
                }
            }
            targets.put(service.key(), sockets);
        }
        return targets;
    }

    private List<String> sockets(Subject from, String space, Service service) {
        int port = project.listening().getOrDefault(service.key(), 0);
        if (space.equals("host")) {
            return hostSockets(from, port);
        }
        List<String> sockets = new ArrayList<>();
        if (from instanceof Subject.OfService(String key) && space(key).equals(space)) {
            sockets.addAll(sockets(LOOPBACK, port));
        }
        addresses.getOrDefault(space, List.of()).forEach(a -> sockets.add(a + " " + port));
        for (String binding : project.published().getOrDefault(service.key(), List.of())) {
            int hostPort = Integer.parseInt(binding.substring(binding.lastIndexOf(':') + 1));
            sockets.addAll(hostSockets(from, hostPort));
        }
        return sockets;
    }

    /** Returns the sockets of the host as a subject may know them: on the uplink and on its own networks. */
    private List<String> hostSockets(Subject from, int port) {
        List<String> sockets = new ArrayList<>(sockets(UPLINK, port));
        if (isHost(from)) {
            sockets.addAll(sockets(LOOPBACK, port));
        }
        if (from instanceof Subject.OfService(String key)) {
            addresses.getOrDefault(space(key), List.of()).forEach(a -> sockets.add(gateway(a) + " " + port));
        }
        return sockets;
    }

    private static String gateway(String member) {
        return member.contains(":")
                ? member.substring(0, member.indexOf("::")) + "::1"
                : member.substring(0, member.lastIndexOf('.')) + ".1";
    }

    private static List<String> sockets(List<String> addresses, int port) {
        return addresses.stream().map(address -> address + " " + port).toList();
    }

    private boolean isHost(Subject from) {
        return from instanceof Subject.Host
                || (from instanceof Subject.OfService(String key) && space(key).equals("host"));
    }

    /** Returns whose network namespace a service uses: its own, another service's, or the host's. */
    private String space(String service) {
        NetworkMode mode = topology.service(service).orElseThrow().networkMode();
        return switch (mode) {
            case NetworkMode.OfService(String owner) -> space(owner);
            case NetworkMode.Host _ -> "host";
            default -> service;
        };
    }
}
