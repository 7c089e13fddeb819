package dev.bulkhead.reach;

import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.PortMapping;
import java.util.Optional;

/**
 * Binding of a published port: the host address that it really binds to.
 *
 * @param index its place among the ports of the service that publishes it
 * @param hostIp the address; empty means all
 */
public record Binding(int index, PortMapping mapping, Optional<String> hostIp) {

    /** Returns whether only the host itself can use it. */
    public boolean loopback() {
        return hostIp.flatMap(Ip::tryParse).map(Ip::isLoopback).orElse(false);
    }

    /** Returns whether it is on IPv4 addresses, perhaps among others. */
    boolean overIpv4() {
        return hostIp.map(ip -> !ip.contains(":")).orElse(true);
    }

    /** Returns whether it is on IPv6 addresses, perhaps among others. */
    boolean overIpv6() {
        return hostIp.map(ip -> ip.contains(":")).orElse(true);
    }

    /** Returns whether it is on all IPv6 addresses of the host. */
    boolean onAllIpv6() {
        return hostIp.map(ip -> ip.contains(":") && unspecified(ip)).orElse(true);
    }

    private static boolean unspecified(String ip) {
        return Ip.tryParse(ip).map(Ip::isUnspecified).orElse(false);
    }

    boolean answers(PortQuery query) {
        return leadsTo(query) || (mapping.protocol() == query.protocol() && publishes(query.port()));
    }

    /** Returns whether it is this port of the container. */
    boolean leadsTo(PortQuery query) {
        return mapping.protocol() == query.protocol() && mapping.target() == query.port();
    }

    private boolean publishes(int port) {
        return mapping.published().map(p -> p.equals(Integer.toString(port))).orElse(false);
    }

    /**
     * Returns for instance {@code host:8080/tcp}, or {@code 127.0.0.1:8080/tcp} where an address is stated; also for all of IPv6,
     * which is not all of the host.
     */
    public String via() {
        String host = hostIp.filter(ip -> !unspecified(ip) || ip.contains(":"))
                .map(ip -> ip.contains(":") ? "[" + ip + "]" : ip)
                .orElse("host");
        return host + ":" + mapping.published().orElse("*") + "/"
                + mapping.protocol().text();
    }
}
