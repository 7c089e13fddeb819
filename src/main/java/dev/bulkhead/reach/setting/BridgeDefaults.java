package dev.bulkhead.reach.setting;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Defaults of bridges, as an engine is set.
 *
 * @param ip the host address of ports without one on the default bridge ({@code ip}); of no other, tried on 20.10 and 28.5
 * @param options options of bridges that do not state them, the default bridge apart ({@code default-network-opts})
 */
public record BridgeDefaults(Optional<String> ip, Map<String, String> options) {

    /** Nobody told of any. */
    public static final BridgeDefaults NONE = new BridgeDefaults(Optional.empty(), Map.of());

    public BridgeDefaults {
        options = Map.copyOf(options);
    }

    /** Returns these defaults with those of another source, which does not know better where both do. */
    BridgeDefaults or(BridgeDefaults other) {
        Map<String, String> both = new TreeMap<>(other.options);
        both.putAll(options);
        return new BridgeDefaults(ip.or(() -> other.ip), both);
    }

    /** Returns what a bridge has that states options. */
    public Map<String, String> with(Map<String, String> stated) {
        if (options.isEmpty()) {
            return stated;
        }
        Map<String, String> both = new TreeMap<>(options);
        both.putAll(stated);
        return both;
    }
}
