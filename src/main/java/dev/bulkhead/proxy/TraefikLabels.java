package dev.bulkhead.proxy;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.proxy.traefik.TraefikConstraints;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.proxy.traefik.TraefikSettings.EntryPoint;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Routes in Traefik's labels, versions 2 and 3 (Traefik documentation, Docker provider; traefik
 * {@code pkg/provider/docker/config.go}, {@code pkg/provider/configuration.go}).
 */
final class TraefikLabels implements ProxyDialect {

    static final String NETWORK = "traefik.docker.network";
    static final String PREFIX = "traefik.";
    private static final Pattern ROUTING =
            Pattern.compile("traefik\\.(http|tcp|udp)\\.(routers|services)\\..+", Pattern.CASE_INSENSITIVE);
    static final String ENABLE = "traefik.enable";
    private static final String RESOLVER = ".tls.certresolver";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    static final String PORT = "loadbalancer.server.port";

    static TraefikSettings settings(ContainerSpec container, List<ProxyFile> files) {
        return TraefikFiles.settings(files)
                .orElseGet(() -> TraefikSettings.of(container.command(), container.environment()));
    }

    @Override
    public List<Route> routes(ProxyServer proxy, ProxyProject project) {
        if (!(proxy.software() instanceof ProxyServer.Software.Traefik(TraefikSettings settings))
                || settings.withoutDocker()) {
            return List.of();
        }
        List<Route> routes = new ArrayList<>();
        for (Service service : project.topology().services().values()) {
            if (asks(service)) {
                routes.addAll(routes(proxy.key(), settings, service, project));
            }
        }
        return routes;
    }

    @Override
    public Optional<RouteChange> write(ProxyServer proxy, ProxyProject project, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.Traefik(TraefikSettings settings))
                || settings.withoutDocker()) {
            return Optional.empty();
        }
        return project.topology().service(wanted.service()).map(service -> {
            Map<String, String> labels = service.container().labels();
            if ("false".equalsIgnoreCase(labels.get(ENABLE))
                    || settings.constraints()
                            .map(text -> TraefikConstraints.met(text, labels))
                            .orElse(Optional.of(true))
                            .equals(Optional.of(false))) {
                return Obstacle.KEPT_AWAY.refuse("Service " + service.key() + " is kept away from " + proxy.key()
                        + " by the label " + ENABLE + " or by the constraints of the proxy; lift that first.");
            }
            int port = port(wanted);
            Optional<EntryPoint> entry = entryPoint(settings, port);
            if (entry.isEmpty() && !settings.entryPoints().isEmpty()) {
                return Obstacle.NO_ENTRY_POINT.refuse(
                        "Traefik (" + proxy.key() + ") has no entry point on port " + port + "; give it one.");
            }
            return RouteChange.of(edits(proxy, settings, service, project, wanted, entry));
        });
    }

    @Override
    public Optional<RouteChange> change(ProxyServer proxy, ProxyProject project, Route before, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.Traefik(TraefikSettings settings))
                || !(before.place() instanceof RoutePlace.Label(String stating, String _))) {
            return Optional.empty();
        }
        return project.topology()
                .service(stating)
                .map(service -> TraefikLabelChange.of(settings, service, before, wanted, resolver(project)));
    }

    /** Returns the port on which a proxy takes the requests of a route. */
    static int port(WantedRoute wanted) {
        return wanted.entry().orElse(wanted.tls() ? HTTPS_PORT : HTTP_PORT);
    }

    /** Returns what a Traefik listens on at a port. */
    static Optional<EntryPoint> entryPoint(TraefikSettings settings, int port) {
        return settings.entryPoints().stream()
                .filter(point -> !point.udp() && point.port().equals(Optional.of(port)))
                .findFirst();
    }

    private static List<TopologyEdit> edits(
            ProxyServer proxy,
            TraefikSettings settings,
            Service service,
            ProxyProject project,
            WantedRoute wanted,
            Optional<EntryPoint> entry) {
        String name = free(service.key(), project);
        String router = "traefik.http.routers." + name;
        Map<String, String> labels = new LinkedHashMap<>();
        if (!settings.exposedByDefault() || service.container().labels().containsKey(ENABLE)) {
            labels.put(ENABLE, "true");
        }
        labels.put(
                router + ".rule",
                "Host(`" + wanted.host() + "`)"
                        + wanted.path()
                                .map(path -> " && PathPrefix(`" + path + "`)")
                                .orElse(""));
        entry.ifPresent(point -> labels.put(router + ".entrypoints", point.name()));
        if (wanted.tls() && !entry.map(EntryPoint::tls).orElse(false)) {
            labels.put(router + ".tls", "true");
            resolver(project).ifPresent(resolver -> labels.put(router + RESOLVER, resolver));
        }
        labels.put(router + ".service", name);
        labels.put("traefik.http.services." + name + "." + PORT, Integer.toString(wanted.port()));
        List<TopologyEdit> edits = new ArrayList<>();
        labels.forEach((label, value) -> {
            if (!value.equals(service.container().labels().get(label))) {
                edits.add(new TopologyEdit.SetLabel(service.key(), label, value));
            }
        });
        NetworkChoice network = network(service, settings, project);
        if (!proxy.onHost() && !network.candidates().stream().allMatch(proxy::joins)) {
            network.networks().stream()
                    .filter(proxy::joins)
                    .findFirst()
                    .ifPresent(n -> edits.add(new TopologyEdit.SetLabel(network.labelled(), NETWORK, n.name())));
        }
        return edits;
    }

    /** The one that gives the other routers their certificates, if one does. */
    private static Optional<String> resolver(ProxyProject project) {
        return project.topology().services().values().stream()
                .flatMap(service -> service.container().labels().entrySet().stream())
                .filter(label -> isOfTraefik(label.getKey())
                        && label.getKey().toLowerCase(Locale.ROOT).endsWith(RESOLVER))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Routers and services of all containers share their names. */
    private static String free(String key, ProxyProject project) {
        String base = key.replace('.', '-');
        String name = base;
        for (int number = 2; used(name, project); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private static boolean used(String name, ProxyProject project) {
        String marked = "." + name.toLowerCase(Locale.ROOT) + ".";
        return project.topology().services().values().stream()
                .flatMap(service -> service.container().labels().keySet().stream())
                .map(label -> label.toLowerCase(Locale.ROOT))
                .anyMatch(label -> label.startsWith("traefik.http.routers" + marked)
                        || label.startsWith("traefik.http.services" + marked));
    }

    /** Returns whether labels ask a Traefik for a route: router, service or the switch; middlewares alone do not. */
    static boolean asks(Service service) {
        Map<String, String> labels = service.container().labels();
        if (labels.isEmpty() || "false".equalsIgnoreCase(labels.get(ENABLE))) {
            return false;
        }
        return "true".equalsIgnoreCase(labels.get(ENABLE))
                || labels.keySet().stream().anyMatch(TraefikLabels::isRouting);
    }

    static boolean isRouting(String label) {
        return isOfTraefik(label) && ROUTING.matcher(label).matches();
    }

    static boolean isOfTraefik(String label) {
        return label.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** Returns the routes that labels ask of a Traefik which is none of the project. */
    static List<RouteTarget.Container> asked(ProxyProject project) {
        List<RouteTarget.Container> asked = new ArrayList<>();
        for (Service service : project.topology().services().values()) {
            if (asks(service)) {
                routes("", TraefikSettings.of(List.of(), Map.of()), service, project).stream()
                        .flatMap(route -> route.container().stream())
                        .forEach(asked::add);
            }
        }
        return asked;
    }

    private static List<Route> routes(String proxy, TraefikSettings settings, Service service, ProxyProject project) {
        Map<String, String> labels = service.container().labels();
        if (!settings.exposedByDefault() && !"true".equalsIgnoreCase(labels.get(ENABLE))) {
            return List.of();
        }
        Optional<Boolean> met = settings.constraints()
                .map(text -> TraefikConstraints.met(text, labels))
                .orElse(Optional.of(true));
        if (met.equals(Optional.of(false))) {
            return List.of();
        }
        return new TraefikContainer(
                        proxy, settings, service, network(service, settings, project), met.isPresent(), project)
                .routes();
    }

    /** The owner of a shared namespace has the first word. */
    private static NetworkChoice network(Service service, TraefikSettings settings, ProxyProject project) {
        Service owner = project.owner(service);
        boolean ownersWord = owner.container().labels().containsKey(NETWORK);
        Service labelled = ownersWord ? owner : service;
        Optional<String> stated =
                Optional.ofNullable(labelled.container().labels().get(NETWORK)).filter(name -> !name.isBlank());
        List<Network> networks = project.networks(owner);
        List<Network> chosen = NetworkChoice.named(networks, stated.or(settings::network));
        return new NetworkChoice(networks, stated, labelled.key(), chosen.isEmpty() ? networks : chosen);
    }
}
