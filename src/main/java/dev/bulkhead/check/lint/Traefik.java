package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Traefik of the project, as far as its container tells (Traefik documentation, Docker provider).
 *
 * @param service the service that runs it
 * @param networks its networks
 * @param onHost whether it uses the host's own network, from where it reaches every bridge
 * @param stated whether its static settings stand in command or environment; else they are in a file that is not read
 * @param network the real name of the network it uses where a service names none
 */
record Traefik(Service service, List<Network> networks, boolean onHost, boolean stated, Optional<String> network) {

    private static final String OPTION = "--providers.docker";
    private static final String VARIABLE = "TRAEFIK_PROVIDERS_DOCKER";

    /** Returns a project's proxies. */
    static List<Traefik> in(Iterable<Service> services, Wires wires) {
        Stream.Builder<Traefik> found = Stream.builder();
        for (Service service : services) {
            if (isTraefik(service)) {
                wires.owner(service).ifPresent(owner -> found.add(of(service, owner, wires.networks(owner))));
            }
        }
        return found.build().toList();
    }

    static boolean isTraefik(Service service) {
        return service.container()
                .image()
                .flatMap(ImageReference::parse)
                .map(image -> image.name().equals("traefik"))
                .orElse(false);
    }

    private static Traefik of(Service service, Service owner, List<Network> networks) {
        ContainerSpec container = service.container();
        List<String> options = container.command().stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(OPTION))
                .toList();
        Map<String, String> variables = container.environment();
        boolean stated = !options.isEmpty()
                || variables.keySet().stream()
                        .anyMatch(name -> name.toUpperCase(Locale.ROOT).startsWith(VARIABLE));
        Optional<String> network = options.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(OPTION + ".network="))
                .map(word -> word.substring(OPTION.length() + ".network=".length()))
                .findFirst()
                .or(() -> Optional.ofNullable(variables.get(VARIABLE + "_NETWORK")))
                .filter(name -> !name.isBlank());
        boolean onHost = !(owner.networkMode() instanceof NetworkMode.Networks);
        return new Traefik(service, networks, onHost, stated, network);
    }

    boolean joins(Network network) {
        return networks.stream().anyMatch(own -> own.name().equals(network.name()));
    }
}
