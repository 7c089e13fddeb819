package dev.bulkhead.surroundings.host.firewall;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A chain that the kernel hands packets to, with those that it leads to.
 *
 * @param hook where on their way the kernel does
 * @param family of which packets
 * @param name its name, by which its rules are listed
 * @param accepts whether it accepts what no rule of it decides
 * @param chains the rules of the chains of its table by name, its own ones too
 */
public record BaseChain(Hook hook, Family family, String name, boolean accepts, Map<String, List<FilterRule>> chains) {

    /** Where on their way packets are handed over. */
    enum Hook {
        /** As they come, before it is decided where they go. */
        PREROUTING,
        /** On their way to the host itself. */
        INPUT,
        /** On their way through the host. */
        FORWARD,
        /** On their way from the host itself. */
        OUTPUT;

        /** Returns the hook of a name, in whatever case. */
        static Optional<Hook> of(String name) {
            return switch (name.toUpperCase(Locale.ROOT)) {
                case "PREROUTING" -> Optional.of(PREROUTING);
                case "INPUT" -> Optional.of(INPUT);
                case "FORWARD" -> Optional.of(FORWARD);
                case "OUTPUT" -> Optional.of(OUTPUT);
                default -> Optional.empty();
            };
        }
    }

    /** Which packets are handed over. */
    enum Family {
        IPV4,
        IPV6,
        BOTH,
        /** Those that bridges carry, whatever they are of. */
        BRIDGED;

        /** Returns whether it is of packets of a kind. */
        boolean of(Packets packets) {
            return switch (this) {
                case IPV4 -> !packets.ipv6();
                case IPV6 -> packets.ipv6();
                case BOTH, BRIDGED -> true;
            };
        }
    }

    /** The operator's own chain among those of the engine. */
    static final String OF_OPERATOR = "DOCKER-USER";

    private static final String OF_ENGINE = "DOCKER";

    public BaseChain {
        chains = Map.copyOf(new TreeMap<>(chains));
    }

    /** Returns whether a chain is of the engine's making. */
    static boolean ofEngine(String chain) {
        return chain.startsWith(OF_ENGINE) && !chain.equals(OF_OPERATOR);
    }

    /** Returns whether the engine has rules in its table. */
    boolean withEngine() {
        return chains.keySet().stream().anyMatch(BaseChain::ofEngine);
    }

    /** Returns its rules. */
    List<FilterRule> rules() {
        return chains.getOrDefault(name, List.of());
    }
}
