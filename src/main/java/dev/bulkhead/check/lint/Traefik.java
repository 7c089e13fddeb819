package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Traefik of the project, as far as its container tells (Traefik documentation, Docker provider).
 *
 * @param service the service that runs it
 * @param networks its networks
 * @param onHost whether it uses the host's own network, from where it reaches every bridge
 * @param settings what command and environment say of its Docker provider, by setting in lower case; empty where they stand in
 *     a file, which is not read
 */
record Traefik(Service service, List<Network> networks, boolean onHost, Map<String, String> settings) {

    private static final String OPTION = "--providers.docker";
    private static final String VARIABLE = "traefik_providers_docker";
    private static final String ENABLE = "traefik.enable";

    /** Returns a project's proxies. */
    static List<Traefik> in(Iterable<Service> services, Wires wires) {
        List<Traefik> found = new ArrayList<>();
        for (Service service : services) {
            if (isTraefik(service)) {
                wires.owner(service)
                        .ifPresent(owner -> found.add(new Traefik(
                                service,
                                wires.networks(owner),
                                !(owner.networkMode() instanceof NetworkMode.Networks),
                                settings(service.container()))));
            }
        }
        return found;
    }

    static boolean isTraefik(Service service) {
        return service.container()
                .image()
                .flatMap(ImageReference::parse)
                .map(image -> image.name().equals("traefik"))
                .orElse(false);
    }

    private static Map<String, String> settings(ContainerSpec container) {
        Map<String, String> settings = new TreeMap<>();
        for (String word : container.command()) {
            int equals = word.indexOf('=');
            String name = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (name.startsWith(OPTION)) {
                settings.put(setting(name, OPTION), equals < 0 ? "true" : word.substring(equals + 1));
            }
        }
        container.environment().forEach((variable, value) -> {
            String name = variable.toLowerCase(Locale.ROOT);
            if (name.startsWith(VARIABLE)) {
                settings.put(setting(name, VARIABLE), value);
            }
        });
        return settings;
    }

    private static String setting(String name, String prefix) {
        return name.length() == prefix.length() ? "" : name.substring(prefix.length() + 1);
    }

    /** Returns whether its static settings can be seen; they stand in one place only. */
    boolean stated() {
        return !settings.isEmpty();
    }

    /** Returns the real name of the network it uses where a service names none. */
    Optional<String> network() {
        return Optional.ofNullable(settings.get("network")).filter(name -> !name.isBlank());
    }

    /** Returns whether it certainly takes routes from a service: that can be switched off, for all or by constraints. */
    boolean serves(Service other) {
        boolean enabled = "true".equals(other.container().labels().get(ENABLE))
                || !"false".equals(settings.get("exposedbydefault"));
        return enabled && !settings.containsKey("constraints");
    }

    boolean joins(Network network) {
        return networks.stream().anyMatch(own -> own.name().equals(network.name()));
    }
}
