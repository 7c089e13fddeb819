package dev.bulkhead.proxy;

import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reverse proxy of a project: the service that runs it and what its container tells of its settings.
 *
 * @param service the service
 * @param software which proxy it is, with its settings
 * @param networks the networks of its network namespace
 * @param onHost whether it uses no network of the project but the host's own, from where it reaches every bridge
 */
public record ProxyServer(Service service, Software software, List<Network> networks, boolean onHost) {

    /** Images that are nginx as it comes. */
    private static final Set<String> NGINX = Set.of("nginx", "nginx-unprivileged");

    public ProxyServer {
        networks = List.copyOf(networks);
    }

    /** Software of a proxy that a service runs. */
    public sealed interface Software {
        /** Traefik. */
        record Traefik(TraefikSettings settings) implements Software {}

        /** Caddy that is told by a Caddyfile only. */
        record Caddy() implements Software {}

        /**
         * Caddy with the plugin that reads labels.
         *
         * @param prefix what its labels begin with
         * @param ingress real names of the networks it reaches containers over; empty where it takes its own
         */
        record CaddyDockerProxy(String prefix, List<String> ingress) implements Software {
            public CaddyDockerProxy {
                ingress = List.copyOf(ingress);
            }
        }

        /** nginx-proxy, which reads variables. */
        record NginxProxy() implements Software {}

        /**
         * nginx whose files send requests on.
         *
         * @param managed whether Nginx Proxy Manager writes them
         */
        record Nginx(boolean managed) implements Software {}
    }

    /** Returns the proxy that a service runs, if it runs one. */
    static Optional<ProxyServer> of(Service service, ProxyProject project) {
        if (!perhaps(service)) {
            return Optional.empty();
        }
        return software(service.container(), project.files().of(service.key()))
                .filter(software -> !(software instanceof Software.Nginx)
                        || project.files().of(service.key()).stream().anyMatch(NginxFiles::passes))
                .flatMap(software -> project.names()
                        .namespace(service)
                        .map(owner -> new ProxyServer(
                                service,
                                software,
                                project.networks(owner),
                                !(owner.networkMode() instanceof NetworkMode.Networks))));
    }

    /** Returns which proxy a container runs, with what its files say of its settings. */
    static Optional<Software> software(ContainerSpec container, List<ProxyFiles.ProxyFile> files) {
        String name = container
                .image()
                .flatMap(ImageReference::parse)
                .map(ImageReference::name)
                .orElse("");
        if (name.equals("traefik")) {
            return Optional.of(new Software.Traefik(TraefikLabels.settings(container, files)));
        }
        if (name.equals("nginx-proxy")) {
            return Optional.of(new Software.NginxProxy());
        }
        if (name.equals("nginx-proxy-manager") || NGINX.contains(name)) {
            return Optional.of(new Software.Nginx(!NGINX.contains(name)));
        }
        if (name.contains("caddy") && name.contains("docker-proxy")) {
            return Optional.of(CaddyLabels.settings(container));
        }
        if (name.equals("caddy") || name.startsWith("caddy-")) {
            return Optional.of(CaddyLabels.reads(container) ? CaddyLabels.settings(container) : new Software.Caddy());
        }
        return Optional.empty();
    }

    /** Returns whether a service can be a proxy by its image's name; quick, since thousands are asked. */
    static boolean perhaps(Service service) {
        String image = service.container().image().orElse("");
        return image.contains("traefik") || image.contains("caddy") || image.contains("nginx");
    }

    /** Returns the key of its service. */
    public String key() {
        return service.key();
    }

    /** Returns the port of the host that one of its own is published as, unless it is the same. */
    public int onHost(int port) {
        return service.ports().stream()
                .filter(mapping -> mapping.target() == port && mapping.protocol() == Protocol.TCP)
                .flatMap(mapping -> mapping.published().stream())
                .filter(number -> number.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(port);
    }

    /** Returns whether it is a member of a network. */
    public boolean joins(Network network) {
        return networks.stream().anyMatch(own -> own.name().equals(network.name()));
    }

    /** Returns whether it may take an address of a container that it reaches. */
    public boolean meets(NetworkChoice container) {
        return onHost || container.candidates().stream().anyMatch(this::joins);
    }

    /**
     * Returns whether a label decides over which network it reaches a container: it is a Traefik that is not told one for
     * all of them.
     */
    public boolean choosesByLabel() {
        return software instanceof Software.Traefik(TraefikSettings settings)
                && settings.network().isEmpty();
    }

    /** Returns whether its own settings can be seen; those of a Traefik without flags and variables stand in a file. */
    public boolean settingsKnown() {
        return !(software instanceof Software.Traefik(TraefikSettings settings)) || settings.statesDocker();
    }
}
