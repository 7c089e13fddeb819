package dev.bulkhead.topology;

import java.util.Optional;

/** Way in which a container is connected: to networks, or instead of them (Compose {@code network_mode}). */
public sealed interface NetworkMode {

    /** Membership in networks; {@code network_mode} is absent. */
    record Networks() implements NetworkMode {}

    /** The host's network stack, used by the container. */
    record Host() implements NetworkMode {}

    /** No network but loopback. */
    record None() implements NetworkMode {}

    /** The engine's own {@code bridge} network, which resolves no names. */
    record DefaultBridge() implements NetworkMode {}

    /** Network namespace of another service, shared by the container. */
    record OfService(String service) implements NetworkMode {}

    /** Network namespace of a container outside the project's files, shared by the container. */
    record OfContainer(String container) implements NetworkMode {}

    /** A network named directly, which Compose passes to the engine as it is. */
    record Named(String name) implements NetworkMode {}

    /** Returns the mode that a text of {@code network_mode} means. */
    static NetworkMode parse(String text) {
        if (text.startsWith("service:")) {
            return new OfService(text.substring("service:".length()));
        }
        if (text.startsWith("container:")) {
            return new OfContainer(text.substring("container:".length()));
        }
        return switch (text) {
            case "" -> new Networks();
            case "host" -> new Host();
            case "none" -> new None();
            // Engines take one for the other (moby NetworkMode.IsDefault; tried on 28.5).
            case "bridge", "default" -> new DefaultBridge();
            default -> new Named(text);
        };
    }

    /** Returns the text of {@code network_mode}; empty when the service joins networks. */
    default Optional<String> text() {
        return switch (this) {
            case Networks() -> Optional.empty();
            case Host() -> Optional.of("host");
            case None() -> Optional.of("none");
            case DefaultBridge() -> Optional.of("bridge");
            case OfService(String service) -> Optional.of("service:" + service);
            case OfContainer(String container) -> Optional.of("container:" + container);
            case Named(String name) -> Optional.of(name);
        };
    }
}
