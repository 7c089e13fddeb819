package dev.bulkhead.reach.setting;

import java.util.Locale;
import java.util.Optional;

/** Firewall backend of an engine: what it writes its packet rules with ({@code FirewallBackend} of {@code docker info} since engine 28.1). */
public enum FirewallBackend {
    /** Tables in which the operator can have a say before the engine, in the chain {@code DOCKER-USER}. */
    IPTABLES,
    /** Tables of the engine's own, without {@code DOCKER-USER}. */
    NFTABLES;

    /** Returns the backend of the engine's word for it, such as {@code iptables+firewalld}. */
    public static Optional<FirewallBackend> of(String driver) {
        String word = driver.toLowerCase(Locale.ROOT);
        if (word.startsWith("nftables")) {
            return Optional.of(NFTABLES);
        }
        return word.startsWith("iptables") ? Optional.of(IPTABLES) : Optional.empty();
    }
}
