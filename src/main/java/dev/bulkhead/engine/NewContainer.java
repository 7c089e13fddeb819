package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.EndpointSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Request for a container that is made from nothing but this.
 *
 * @param name its name
 * @param image reference or id of an image that the engine has
 * @param command program and arguments in the place of all that the image says; empty for what it says
 * @param environment variables with their values, which can be secrets: never print or log them
 * @param labels labels
 * @param network the network it is on; empty for none
 * @param endpoint how it is attached to that network
 */
public record NewContainer(
        String name,
        String image,
        List<String> command,
        Map<String, String> environment,
        Map<String, String> labels,
        Optional<String> network,
        EndpointSpec endpoint) {

    public NewContainer {
        command = List.copyOf(command);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** Tells everything but values of variables. */
    @Override
    public String toString() {
        return "NewContainer[" + name + ", " + image + ", variables " + environment.keySet() + ", labels " + labels
                + ", network " + network + ", " + endpoint + "]";
    }
}
