package dev.bulkhead.engine.observed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an engine tells of what it has, in its own words (Engine API, inspect). It holds environments and so
 * secrets: it is read and never shown.
 *
 * @param engine what it tells of itself
 * @param containers its containers, by name
 * @param networks its networks
 * @param volumes its volumes
 * @param images image id to the image, for those that containers are made from and that it still has
 */
public record EngineDetails(
        Told engine, List<Told> containers, List<Told> networks, List<Told> volumes, Map<String, Told> images) {

    public EngineDetails {
        containers = List.copyOf(containers);
        networks = List.copyOf(networks);
        volumes = List.copyOf(volumes);
        images = Map.copyOf(images);
    }

    /** Returns the image that a container is made from; nothing where the engine has it no more. */
    public Told image(Told container) {
        return images.getOrDefault(container.at("Image").text(), Told.NOTHING);
    }

    /** Returns the network of a name. */
    public Optional<Told> network(String name) {
        return named(networks, name);
    }

    /** Returns the volume of a name. */
    public Optional<Told> volume(String name) {
        return named(volumes, name);
    }

    private static Optional<Told> named(List<Told> all, String name) {
        return all.stream().filter(each -> each.at("Name").text().equals(name)).findFirst();
    }

    /** Tells how much it holds. */
    @Override
    public String toString() {
        return "EngineDetails of " + containers.size() + " containers";
    }
}
