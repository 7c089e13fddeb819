package dev.bulkhead.catalogue;

import java.util.Locale;
import java.util.Optional;

/** Role of an image in a stack; finer than its {@link ImageTier}. */
public enum Role {
    /** Takes requests in and hands them on by host name or path. */
    REVERSE_PROXY,
    /** Brings requests in from a provider's edge, without an open port. */
    TUNNEL,
    /** Owns a network namespace whose way out is a VPN. */
    VPN,
    DNS,
    /** Watches and blocks: intrusion prevention, web application firewalls. */
    GUARD,
    /** Signs people in. */
    AUTH,
    /** Keeps keys and passwords for people or services. */
    SECRETS,
    /** Collects and stores measurements. */
    METRICS,
    /** Offers measurements for a collector to fetch. */
    EXPORTER,
    LOGS,
    ALERTING,
    /** Shows measurements or links. */
    DASHBOARD,
    /** Acts on the engine or on other containers. */
    MANAGEMENT,
    DATABASE,
    CACHE,
    /** Queues, brokers and event buses. */
    QUEUE,
    /** Files and objects. */
    STORAGE,
    DOWNLOADER,
    /** Works for other services, without people opening it day by day. */
    AUTOMATION,
    /** What people come for. */
    APP;

    /** Returns the name as the catalogue's files write it, such as {@code reverse-proxy}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the role of a name such as {@code reverse-proxy}, if it is one. */
    public static Optional<Role> parse(String text) {
        for (Role role : values()) {
            if (role.text().equals(text)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
