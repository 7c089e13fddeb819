package dev.bulkhead.topology;

import java.util.Map;
import java.util.Optional;

/**
 * Driver and switches of a network.
 *
 * @param driver the stated driver; empty means the engine's own, which is {@code bridge}
 * @param external whether Compose expects to find the network
 * @param internal whether packets to and from outside the subnet are dropped
 * @param attachable whether containers outside the project may join (overlay networks)
 * @param families which addresses the engine assigns; without IPv4 since engine 28, older ones assign it all the same
 * @param driverOpts options of the driver, for instance {@code com.docker.network.bridge.enable_icc}
 * @param labels labels of the network
 */
public record NetworkOptions(
        Optional<String> driver,
        boolean external,
        boolean internal,
        boolean attachable,
        IpFamilies families,
        Map<String, String> driverOpts,
        Map<String, String> labels) {

    /** The option of a driver that says the same as {@code enable_ipv4} (moby {@code netlabel}, since 28). */
    public static final String IPV4_OPTION = "com.docker.network.enable_ipv4";

    public NetworkOptions {
        driverOpts = Copies.sorted(driverOpts);
        labels = Copies.sorted(labels);
    }

    /** A network with IPv4, and perhaps with IPv6 as well. */
    public NetworkOptions(
            Optional<String> driver,
            boolean external,
            boolean internal,
            boolean attachable,
            boolean enableIpv6,
            Map<String, String> driverOpts,
            Map<String, String> labels) {
        this(driver, external, internal, attachable, IpFamilies.of(true, enableIpv6), driverOpts, labels);
    }

    /** Returns what a network is when its file says nothing: a bridge that Compose creates. */
    public static NetworkOptions defaults() {
        return new NetworkOptions(Optional.empty(), false, false, false, IpFamilies.IPV4, Map.of(), Map.of());
    }

    /** Returns whether the engine is to assign IPv4 addresses. */
    public boolean enableIpv4() {
        return families.ipv4();
    }

    /** Returns whether the engine assigns IPv6 addresses. */
    public boolean enableIpv6() {
        return families.ipv6();
    }

    /** Returns these options with a driver. */
    public NetworkOptions withDriver(String name) {
        return new NetworkOptions(Optional.of(name), external, internal, attachable, families, driverOpts, labels);
    }

    /** Returns these options with {@code internal} set. */
    public NetworkOptions withInternal(boolean value) {
        return new NetworkOptions(driver, external, value, attachable, families, driverOpts, labels);
    }

    /** Returns these options with {@code external} set. */
    public NetworkOptions withExternal(boolean value) {
        return new NetworkOptions(driver, value, internal, attachable, families, driverOpts, labels);
    }

    /** Returns these options with other address families. */
    public NetworkOptions withFamilies(IpFamilies value) {
        return new NetworkOptions(driver, external, internal, attachable, value, driverOpts, labels);
    }

    /** Returns these options with other options of the driver. */
    public NetworkOptions withDriverOpts(Map<String, String> options) {
        return new NetworkOptions(driver, external, internal, attachable, families, options, labels);
    }

    /** Returns these options with other labels. */
    public NetworkOptions withLabels(Map<String, String> other) {
        return new NetworkOptions(driver, external, internal, attachable, families, driverOpts, other);
    }
}
