package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.EndpointSpec;

/** Capability of an engine to make and remove networks, and to attach containers to them while they run. */
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
}
