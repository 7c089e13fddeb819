package dev.bulkhead.engine.drift;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that a project needs of an engine and the engine does not have. */
public sealed interface Lack {

    /** The engine has no driver of a network that it is to make. */
    record Driver(String network, String driver) implements Lack {}

    /**
     * A network of a Swarm is to be made, and the engine makes none.
     *
     * @param worker whether it is in a Swarm, and no manager
     */
    record Swarm(String network, boolean worker) implements Lack {}

    /** A network of a Swarm takes no containers but those of Swarm services. */
    record Attachable(String network, boolean external) implements Lack {}

    /** The network that a service states as its mode is not there, and nobody makes it. */
    record Mode(String service, String network) implements Lack {}

    /** The engine chooses no IPv6 subnet, and a network that is to have IPv6 states none. */
    record Ipv6Subnet(String network) implements Lack {}

    /** A guest in the network of another container states a MAC address, which the engine refuses. */
    record GuestMac(String service) implements Lack {}

    /** A service states a MAC address for its only network, which Compose refuses to ask of an engine that knows none for each. */
    record MembershipMac(String service, String network) implements Lack {}

    /**
     * A running container of others holds a host port that a service publishes.
     *
     * @param port as it is stated
     * @param holder that container, in words
     */
    record Port(String service, String port, String holder) implements Lack {}

    /** The image of a service is not there, and is neither pulled nor built. */
    record Image(String service, String image, String policy) implements Lack {}

    /**
     * A service waits until another is healthy, which nobody can tell: neither the files nor its image have a health check.
     *
     * @param service who waits
     * @param target whom it waits for
     * @param image the image of that one
     */
    record Health(String service, String target, String image) implements Lack {}

    /** Images are not there and will be pulled. */
    record Pulls(List<String> services, List<String> images) implements Lack {
        public Pulls {
            services = List.copyOf(services);
            images = List.copyOf(images);
        }
    }

    /**
     * Returns what an engine lacks, that of networks first.
     *
     * @param profiles those that are started
     * @param images images that the engine has, by the references of the files
     */
    static List<Lack> of(
            Topology files,
            Set<String> profiles,
            EngineInfo engine,
            ObservedState state,
            Map<String, ObservedImage> images) {
        return LackFinder.find(files, profiles, engine, state, images);
    }

    /** Returns whether the next deployment is refused for it. */
    default boolean refused() {
        return !(this instanceof Pulls);
    }

    /** Returns it as a sentence with what would be right. */
    default String sentence() {
        return switch (this) {
            case Driver(String network, String driver) ->
                "Network " + network + " is to be made by the driver " + driver
                        + ", which this engine does not have, so docker compose up is refused; correct its name, or"
                        + " install the plug-in.";
            case Swarm(String network, boolean worker) ->
                "Network " + network + " is an overlay, which only a manager of a Swarm makes, and this engine is "
                        + (worker ? "a worker" : "in no Swarm") + ", so docker compose up is refused; "
                        + (worker
                                ? "create it on a manager with --attachable and declare it with external: true."
                                : "run docker swarm init, or use the driver bridge.");
            case Attachable(String network, boolean external) ->
                "Network " + network + " is an overlay that only services of a Swarm may join, so its containers do not"
                        + " start; "
                        + (external
                                ? "create it anew with docker network create --driver overlay --attachable."
                                : "declare it with attachable: true.");
            case Mode(String service, String network) ->
                "Network " + network + ", which service " + service
                        + " states as network_mode, does not exist on this engine, so docker compose up is refused;"
                        + " create it, or correct its name.";
            case Ipv6Subnet(String network) ->
                "Network " + network
                        + " is to have IPv6 and states no subnet for it, which engines before 27 do not choose,"
                        + " so docker compose up is refused; state one below ipam, such as fd00:0:0:1::/64.";
            case GuestMac(String service) ->
                "Service " + service
                        + " states mac_address in the network of another container, which engines before 25 refuse, so"
                        + " docker compose up is refused; state it at the one whose network it uses.";
            case MembershipMac(String service, String network) ->
                "Service " + service + " states mac_address for network " + network
                        + ", which engines before 25 do not know, so docker compose up is refused; state it at the service"
                        + " itself.";
            case Port(String service, String port, String holder) ->
                "Service " + service + " publishes " + port + ", but " + holder
                        + " has that port of the host, so docker compose up is refused; publish another port, or stop that"
                        + " container.";
            case Image(String service, String image, String policy) ->
                "Service " + service + " runs image " + image + ", which is not on this engine, and pull_policy: "
                        + policy + " with no build keeps Compose from getting it, so docker compose up is refused;"
                        + " load or pull the image first, or remove pull_policy.";
            case Health(String service, String target, String image) ->
                "Service " + service + " waits until " + target + " is healthy, but neither the files nor its image "
                        + image
                        + " have a health check, so docker compose up is refused; give " + target
                        + " a healthcheck, or wait for service_started only.";
            case Pulls(List<String> _, List<String> images) ->
                (images.size() == 1 ? "Image " : "Images ") + String.join(", ", images)
                        + (images.size() == 1 ? " is" : " are")
                        + " not on this engine; docker compose up pulls " + (images.size() == 1 ? "it." : "them.");
        };
    }
}
