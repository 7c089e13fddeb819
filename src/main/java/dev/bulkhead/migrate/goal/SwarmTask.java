package dev.bulkhead.migrate.goal;

import java.util.List;

/** What is done to bring a host into a Swarm or out of it. */
public sealed interface SwarmTask {

    /** Returns the host that it is done on. */
    String host();

    /**
     * A Swarm is made, of which the host is the first manager.
     *
     * @param address the address by which the others reach it
     */
    record Begin(String host, String address) implements SwarmTask {}

    /**
     * A host joins the Swarm of another.
     *
     * @param address the address by which the others reach it
     * @param manager the host that manages the Swarm
     * @param manages whether it manages the Swarm too
     */
    record Join(String host, String address, String manager, boolean manages) implements SwarmTask {}

    /** A host leaves its Swarm. */
    record Leave(String host) implements SwarmTask {}

    /** Returns what is done, in a few words. */
    default String action() {
        return switch (this) {
            case Begin(var host, var address) -> "make a Swarm, with " + host + " as its manager at " + address;
            case Join(var host, var address, var manager, var manages) ->
                "join the Swarm of " + manager + " as " + (manages ? "a manager" : "a worker") + " at " + address;
            case Leave _ -> "leave the Swarm where nothing runs on it whose names that takes away";
        };
    }

    /** Returns what takes it back. */
    default List<SwarmTask> inverse() {
        return switch (this) {
            case Begin(var host, var address) -> List.of(new Leave(host));
            case Join join -> List.of(new Leave(join.host()));
            case Leave _ -> List.of();
        };
    }
}
