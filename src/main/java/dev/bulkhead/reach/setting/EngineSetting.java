package dev.bulkhead.reach.setting;

import java.util.Arrays;
import java.util.Optional;

/** Setting of an engine ({@code daemon.json}) that decides who reaches whom: a switch, which is on unless somebody says otherwise. */
public enum EngineSetting {
    /** Whether the engine writes packet rules; without them bridges keep nothing apart and nothing gets out. */
    IPTABLES("iptables", "the engine writes packet rules (iptables)"),
    /**
     * Whether the engine writes packet rules for IPv6 too, whatever it does for IPv4; before engine 27 it does only when told
     * so.
     */
    IP6TABLES("ip6tables", "the engine writes packet rules for IPv6 too (ip6tables)"),
    /** Whether a program of the engine's own hands packets for published ports on, which only so get from one bridge to another. */
    USERLAND_PROXY("userland-proxy", "its own proxy carries published ports (userland-proxy)"),
    /** Whether the host forwards packets between its interfaces. */
    IP_FORWARD("ip-forward", "the host forwards packets (ip-forward)"),
    /** Whether members of the default bridge reach each other. */
    ICC("icc", "members of the default bridge reach each other (icc)"),
    /** Whether the host's own chain accepts what it forwards; it matters where the engine writes no packet rules. */
    FORWARD_POLICY("forward-policy", "the host's own rules accept what it forwards (forward-policy)"),
    /** Whether the host has no packet rules beside the engine's that drop packets of containers or let them past the engine's. */
    HOST_RULES(
            "host-rules",
            "no rule of the host's own drops what the engine lets through, or the other way round (host-rules)");

    private final String key;
    private final String assumed;

    EngineSetting(String key, String assumed) {
        this.key = key;
        this.assumed = assumed;
    }

    /** Returns its key in {@code daemon.json}, if it is there, and below {@code engine:}. */
    public String key() {
        return key;
    }

    /** Returns what is assumed as long as nobody tells, as a part of a sentence. */
    public String assumed() {
        return assumed;
    }

    /** Returns the setting of a key. */
    public static Optional<EngineSetting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
