package dev.bulkhead.engine;

import java.util.Optional;

/**
 * Blueprint of a container, all that an engine knows of how it was made and where it is attached, from which it can be
 * made again.
 *
 * <p>It holds the container's environment and so its secrets: it is kept for restoring and never shown.
 *
 * @param name name of the container, without the leading slash
 * @param imageId id of its image
 * @param networkOwner container (name or id) whose network it shares
 * @param inspected the engine's whole answer about it, as JSON
 */
public record ContainerBlueprint(String name, String imageId, Optional<String> networkOwner, String inspected) {

    /** Returns the blueprint of a container of another name. */
    public ContainerBlueprint named(String other) {
        return new ContainerBlueprint(other, imageId, networkOwner, inspected);
    }

    /** Returns the blueprint of a container that shares the network of another one, which may be a new one by now. */
    public ContainerBlueprint sharing(String owner) {
        return new ContainerBlueprint(name, imageId, Optional.of(owner), inspected);
    }

    /** Tells which container it is about, and nothing that it holds. */
    @Override
    public String toString() {
        return "ContainerBlueprint[" + name + ", " + imageId + "]";
    }
}
