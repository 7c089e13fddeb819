package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.JoinTicket;
import dev.bulkhead.engine.observed.SwarmLook;
import java.util.List;

/**
 * Capability of an engine to make and remove networks, to attach containers to them while they run, and to join other engines,
 * so that networks span their hosts. An engine that can join none is one host without a name, in no Swarm.
 */
public interface EngineNetworks {

    /** Creates a network. */
    @Changes
    void createNetwork(NetworkSpec network) throws EngineException;

    /** Removes a network that has no members. */
    @Changes
    void removeNetwork(String name) throws EngineException;

    /** Attaches a container (name or id) to a network while it runs. */
    @Changes
    void connect(String network, String container, EndpointSpec endpoint) throws EngineException;

    /** Takes a container off a network while it runs. */
    @Changes
    void disconnect(String network, String container) throws EngineException;

    /** Returns what the hosts are called whose engines answer here as one; a single engine is a host without a name. */
    default List<String> hosts() {
        return List.of("");
    }

    /**
     * Returns the engine of one of its hosts alone.
     *
     * @throws EngineException if there is no such host
     */
    default EngineNetworks on(String host) throws EngineException {
        if (!host.isEmpty()) {
            throw new EngineException(
                    EngineException.Kind.NOT_FOUND,
                    "Host " + host + " is not among those that are looked at; name its engine with --engine too.");
        }
        return this;
    }

    /** Returns what the engine tells of itself as a host among others. */
    default SwarmLook swarm() throws EngineException {
        return SwarmLook.UNTOLD;
    }

    /**
     * Makes a Swarm of which this engine is the first manager.
     *
     * @param address the address by which the others will reach it
     */
    @Changes
    default void initSwarm(String address) throws EngineException {
        throw joinsNone();
    }

    /** Returns a ticket for the Swarm that this engine manages. */
    default JoinTicket ticket(SwarmLook.State as) throws EngineException {
        throw joinsNone();
    }

    /**
     * Joins a Swarm.
     *
     * @param address the address by which the others will reach this engine
     */
    @Changes
    default void joinSwarm(JoinTicket ticket, String address) throws EngineException {
        throw joinsNone();
    }

    /** Leaves the Swarm; its last manager ends it. */
    @Changes
    default void leaveSwarm() throws EngineException {
        throw joinsNone();
    }

    private static EngineException joinsNone() {
        return new EngineException(EngineException.Kind.REFUSED, "This engine cannot join a Swarm.");
    }
}
