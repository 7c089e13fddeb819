package dev.bulkhead.check.proxied;

import dev.bulkhead.check.Check;
import java.util.List;

/** List of the checks of reverse proxies. */
public final class ProxiedChecks {

    private ProxiedChecks() {}

    /** Returns the checks. */
    public static List<Check> all() {
        return List.of(
                new ProxyNetworkNotSharedCheck(),
                new ProxyNetworkUnstatedCheck(),
                new ProxyHostBackEndCheck(),
                new ProxyShowsAllCheck(),
                new ProxyAloneCheck());
    }
}
