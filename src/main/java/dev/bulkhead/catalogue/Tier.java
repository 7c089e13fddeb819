package dev.bulkhead.catalogue;

import java.util.Locale;
import java.util.Optional;

/** The compartments a project is divided into; an operator may name others. */
public enum Tier {
    DMZ("ingress: proxies and tunnels"),
    FRONTEND("what people open"),
    BACKEND("interfaces and automation"),
    DOWNLOAD("the VPN and what shares its namespace"),
    MGMT("metrics, logs, dashboards"),
    SECURITY("sign-in and keys"),
    DATA("databases, caches, queues");

    private final String purpose;

    Tier(String purpose) {
        this.purpose = purpose;
    }

    /** Returns what belongs here, in a few words. */
    public String purpose() {
        return purpose;
    }

    /** Returns the lower-case name, as files and network names use it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the tier of a lower-case name, if it is one. */
    public static Optional<Tier> parse(String text) {
        for (Tier tier : values()) {
            if (tier.text().equals(text)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }
}
