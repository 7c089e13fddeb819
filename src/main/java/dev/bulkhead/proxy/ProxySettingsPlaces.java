package dev.bulkhead.proxy;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.topology.ContainerSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Paths in a container where a proxy looks for its files: Caddy at its Caddyfile and what that imports, Traefik at its static file and
 * then where that, flags or variables place dynamic ones (Traefik documentation, Configuration and File provider), nginx at its main
 * file, the folders of its image and what they include.
 */
final class ProxySettingsPlaces {

    /** Imports within imports that are followed. */
    private static final int IMPORTS = 3;
    /** Without a path Traefik looks in these folders; the last is where its image begins. */
    private static final List<String> STATIC_FOLDERS = List.of("/etc/traefik", "/root/.config", "");

    private ProxySettingsPlaces() {}

    /**
     * A file, or a folder of which some files are taken.
     *
     * @param path path in the container
     * @param takes which files of a folder
     */
    record Wanted(String path, Predicate<String> takes) {

        static Wanted file(String path) {
            return new Wanted(path, path::equals);
        }

        boolean takes(String file) {
            return takes.test(file);
        }
    }

    /** A step of reading that knows what the steps before it have read. */
    @FunctionalInterface
    interface Step {

        /** Returns what is read next. */
        List<Wanted> wanted(List<ProxyFile> read);
    }

    /** Returns how the files of a container are found; none where it runs no proxy with files. */
    static List<Step> of(ContainerSpec container) {
        return ProxyServer.software(container, List.of())
                .map(software -> switch (software) {
                    case ProxyServer.Software.Traefik(TraefikSettings settings) -> traefik(container, settings);
                    case ProxyServer.Software.Caddy _, ProxyServer.Software.CaddyDockerProxy _ -> caddy(container);
                    case ProxyServer.Software.NginxProxy _ -> List.<Step>of();
                    case ProxyServer.Software.Nginx(boolean managed) -> nginx(managed);
                })
                .orElse(List.of());
    }

    private static List<Step> caddy(ContainerSpec container) {
        List<Step> steps = new ArrayList<>();
        steps.add(read -> List.of(Wanted.file(Caddyfile.path(container))));
        steps.addAll(Collections.nCopies(IMPORTS, read -> named(read, Caddyfile::imports)));
        return steps;
    }

    /** Returns what files that were read name as more to read, perhaps with stars. */
    private static List<Wanted> named(List<ProxyFile> read, Function<ProxyFile, List<String>> paths) {
        return read.stream()
                .flatMap(file -> paths.apply(file).stream())
                .distinct()
                .map(path -> new Wanted(plain(path), file -> Caddyfile.matches(file, path)))
                .toList();
    }

    /** The folder that certainly holds what a path with stars means; the path itself where it has none. */
    private static String plain(String path) {
        int star = path.indexOf('*');
        return star < 0 ? path : path.substring(0, Math.max(1, path.lastIndexOf('/', star)));
    }

    /** Nginx Proxy Manager's places are its own; for nginx those of the official image, and what they include. */
    private static List<Step> nginx(boolean managed) {
        if (managed) {
            return List.of(read -> List.of(
                    new Wanted("/data/nginx/proxy_host", file -> file.endsWith(".conf")),
                    new Wanted("/data/nginx/stream", file -> file.endsWith(".conf"))));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(read -> List.of(
                Wanted.file("/etc/nginx/nginx.conf"),
                new Wanted("/etc/nginx/conf.d", file -> file.endsWith(".conf")),
                new Wanted("/etc/nginx/templates", file -> file.endsWith(".template"))));
        steps.addAll(Collections.nCopies(IMPORTS, read -> named(read, NginxFiles::includes)));
        return steps;
    }

    private static List<Step> traefik(ContainerSpec container, TraefikSettings stated) {
        List<Wanted> settings =
                stated.configFile().map(path -> List.of(Wanted.file(path))).orElseGet(ProxySettingsPlaces::usual);
        return List.of(read -> settings, read -> dynamic(TraefikLabels.settings(container, read)));
    }

    private static List<Wanted> usual() {
        List<Wanted> wanted = new ArrayList<>();
        for (String folder : STATIC_FOLDERS) {
            for (String ending : List.of(".toml", ".yaml", ".yml")) {
                wanted.add(Wanted.file(folder + "/traefik" + ending));
            }
        }
        return wanted;
    }

    /** The folder excludes the single file (traefik {@code pkg/provider/file/file.go}). */
    private static List<Wanted> dynamic(TraefikSettings settings) {
        return settings.dynamicFolder()
                .map(folder -> List.of(new Wanted(folder, ProxySettingsPlaces::isDynamic)))
                .or(() -> settings.dynamicFile().map(file -> List.of(Wanted.file(file))))
                .orElse(List.of());
    }

    private static boolean isDynamic(String file) {
        return file.endsWith(".yml") || file.endsWith(".yaml") || file.endsWith(".toml");
    }
}
