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
 * @param enableIpv6 whether the engine assigns IPv6 addresses
 * @param driverOpts options of the driver, for instance {@code com.docker.network.bridge.enable_icc}
 * @param labels labels of the network
 */
public record NetworkOptions(
        Optional<String> driver,
        boolean external,
        boolean internal,
        boolean attachable,
        boolean enableIpv6,
        Map<String, String> driverOpts,
        Map<String, String> labels) {

    public NetworkOptions {
        driverOpts = Copies.sorted(driverOpts);
        labels = Copies.sorted(labels);
    }

    /** Returns what a network is when its file says nothing: a bridge that Compose creates. */
    public static NetworkOptions defaults() {
        return new NetworkOptions(Optional.empty(), false, false, false, false, Map.of(), Map.of());
    }

    /** Returns these options with {@code internal} set. */
    public NetworkOptions withInternal(boolean value) {
        return new NetworkOptions(driver, external, value, attachable, enableIpv6, driverOpts, labels);
    }

    /** Returns these options with {@code external} set. */
    public NetworkOptions withExternal(boolean value) {
        return new NetworkOptions(driver, value, internal, attachable, enableIpv6, driverOpts, labels);
    }
}
