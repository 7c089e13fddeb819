package dev.bulkhead.ui.live;

import java.util.Arrays;
import java.util.List;

/** Choice of the engine that the operator wants the project to run on. */
public sealed interface EngineChoice {

    /** The one the docker client would use: DOCKER_HOST, else the current context, else the standard socket. */
    record Standard() implements EngineChoice {}

    /**
     * The one at an address.
     *
     * @param url as DOCKER_HOST has it
     */
    record Address(String url) implements EngineChoice {}

    /** The one in memory, on which nothing real changes. */
    record Practice() implements EngineChoice {}

    /**
     * Those of several hosts, looked at together; nothing is changed on them.
     *
     * @param hosts in the operator's order
     */
    record Hosts(List<Named> hosts) implements EngineChoice {

        public Hosts {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * A host with a name.
     *
     * @param name what the operator calls it
     * @param address where its engine is, as DOCKER_HOST has it; {@code practice} for the one in memory
     */
    record Named(String name, String address) {

        /** A host that is called as its address is, without a password. */
        public static Named of(String address) {
            return new Named(address.replaceFirst("(?<=//)([^@/:]*):[^@/]*@", "$1:***@"), address);
        }
    }

    /** Returns the choice that words make: one address, or several between which there is a space or a comma. */
    static EngineChoice of(String words) {
        List<Named> named = Arrays.stream(words.strip().split("[\\s,]+"))
                .distinct()
                .map(Named::of)
                .toList();
        return named.size() > 1
                ? new Hosts(named)
                : new Address(named.getFirst().address());
    }

    /** None: files only. */
    record Offline() implements EngineChoice {}
}
