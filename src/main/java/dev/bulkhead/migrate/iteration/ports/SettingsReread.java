package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.topology.ContainerSpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Way in which a proxy takes up a file of its own that was saved. Saving puts a new file in the place of the old one, so a
 * container that mounts that file alone keeps the old one until it starts again; one that mounts its folder sees the new one
 * (Docker documentation, bind mounts; Caddy documentation, {@code caddy reload}; Traefik documentation, File provider,
 * {@code watch}).
 */
public final class SettingsReread {

    private static final String WATCH = "providers.file.watch";
    private static final Pattern NO_ADMIN = Pattern.compile("(?m)^\\s*admin\\s+off\\b");

    private SettingsReread() {}

    /** Returns what it takes; empty for a proxy that watches its files. */
    public static Optional<Reread> of(ProxyServer proxy, ProxyFile file) {
        if (mountedAlone(proxy.service().container(), file)) {
            return Optional.of(
                    new Reread.Restart(
                            "It mounts " + file.name()
                                    + " alone, so it sees the new one when it starts; with the folder mounted it would go on answering."));
        }
        return switch (proxy.software()) {
            case ProxyServer.Software.Caddy _, ProxyServer.Software.CaddyDockerProxy _ ->
                Optional.of(
                        NO_ADMIN.matcher(file.text()).find()
                                ? new Reread.Restart(
                                        "Its admin end is off, so it reads " + file.name() + " when it starts.")
                                : new Reread.Reload(
                                        List.of("caddy", "reload", "--config", file.path(), "--adapter", "caddyfile"),
                                        "It takes up " + file.name() + " while it goes on answering."));
            case ProxyServer.Software.Traefik(var settings) ->
                "false".equalsIgnoreCase(settings.values().get(WATCH))
                        ? Optional.of(new Reread.Restart(
                                "It is told not to watch its files, so it reads " + file.name() + " when it starts."))
                        : Optional.empty();
            case ProxyServer.Software.NginxProxy _ -> Optional.empty();
            case ProxyServer.Software.Nginx _ ->
                Optional.of(new Reread.Reload(
                        List.of("nginx", "-s", "reload"),
                        "It takes up " + file.name() + " while it goes on answering."));
        };
    }

    private static boolean mountedAlone(ContainerSpec container, ProxyFile file) {
        return container.hostAccess().mounts().stream()
                .anyMatch(mount -> mount.container().equals(file.path()));
    }
}
