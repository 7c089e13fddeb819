package dev.bulkhead.migrate.web;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.topology.Protocol;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Address by which a port of a container is reached from this machine.
 *
 * @param host the address
 * @param port the port there
 */
public record WebDoor(String host, int port) {

    private static final String HERE = "127.0.0.1";

    /**
     * Returns the addresses to try, the published port before the container's own; none where the engine has no host that
     * is reached from here.
     *
     * @param owner the container whose network is used
     */
    public static List<WebDoor> of(EngineInfo engine, ObservedContainer owner, int port) {
        Optional<String> host = host(engine);
        if (host.isEmpty()) {
            return List.of();
        }
        List<WebDoor> doors = new ArrayList<>();
        if (owner.networkMode().equals("host")) {
            doors.add(new WebDoor(host.get(), port));
        }
        owner.ports().stream()
                .filter(published -> published.target() == port && published.protocol() == Protocol.TCP)
                .forEach(published -> published
                        .published()
                        .filter(number -> number.matches("\\d{1,5}"))
                        .map(number -> new WebDoor(
                                address(published.hostIp().orElse(""), host.get()), Integer.parseInt(number)))
                        .filter(door -> !doors.contains(door))
                        .ifPresent(doors::add));
        if (engine.onThisMachine()) {
            owner.endpoints().stream()
                    .map(ObservedEndpoint::ipv4)
                    .flatMap(Optional::stream)
                    .map(address -> address.replaceFirst("/.*$", ""))
                    .filter(WebDoor::beside)
                    .map(address -> new WebDoor(address, port))
                    .forEach(doors::add);
        }
        return List.copyOf(doors);
    }

    /**
     * Returns whether this machine stands on the network of an address: where an engine has a machine or a network namespace
     * of its own, as in Docker Desktop, somebody else would answer by the addresses of its containers.
     */
    private static boolean beside(String address) {
        Optional<Cidr> wanted = Cidr.tryParse(address + "/32");
        try (Stream<NetworkInterface> cards = NetworkInterface.networkInterfaces()) {
            return cards.flatMap(card -> card.getInterfaceAddresses().stream())
                    .map(own -> own.getAddress().getHostAddress().replaceFirst("%.*$", "") + "/"
                            + own.getNetworkPrefixLength())
                    .flatMap(own -> Cidr.enclosing(own).stream())
                    .anyMatch(own -> wanted.filter(own::overlaps).isPresent());
        } catch (SocketException e) {
            return false;
        }
    }

    private static String address(String bound, String host) {
        return bound.isEmpty() || bound.equals("0.0.0.0") || bound.equals("::") ? host : bound;
    }

    /** The practice engine has no host. */
    private static Optional<String> host(EngineInfo engine) {
        if (engine.onThisMachine()) {
            return Optional.of(HERE);
        }
        return engine.address().contains("://")
                ? Optional.ofNullable(URI.create(engine.address()).getHost())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
