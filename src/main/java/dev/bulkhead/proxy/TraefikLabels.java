package dev.bulkhead.proxy;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.RouteChange.Obstacle;
import dev.bulkhead.proxy.RouteEntry.Protocol;
import dev.bulkhead.proxy.traefik.TraefikConstraints;
import dev.bulkhead.proxy.traefik.TraefikRule;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Routes in Traefik's labels, versions 2 and 3 (Traefik documentation, Docker provider; traefik
 * {@code pkg/provider/docker/config.go}, {@code pkg/provider/configuration.go}).
 */
final class TraefikLabels implements ProxyDialect {

    static final String NETWORK = "traefik.docker.network";
    private static final String PREFIX = "traefik.";
    private static final Pattern ROUTING =
            Pattern.compile("traefik\\.(http|tcp|udp)\\.(routers|services)\\..+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final String OF_DOCKER = "@docker";
    private static final String ENABLE = "traefik.enable";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final String PORT = "loadbalancer.server.port";

    /**
     * Section of the labels of one container: what they say for one protocol.
     *
     * @param routers settings of each router, by its name and the setting in lower case
     * @param services settings of each service
     */
    private record Section(Map<String, Map<String, String>> routers, Map<String, Map<String, String>> services) {

        static Section empty() {
            return new Section(new TreeMap<>(), new TreeMap<>());
        }
    }

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
            Optional<EntryPoint> entry = entryPoint(settings, wanted.tls());
            if (entry.isEmpty() && !settings.entryPoints().isEmpty()) {
                return Obstacle.NO_ENTRY_POINT.refuse("Traefik (" + proxy.key() + ") has no entry point on port "
                        + (wanted.tls() ? HTTPS_PORT : HTTP_PORT) + "; give it one.");
            }
            return RouteChange.of(edits(proxy, settings, service, project, wanted, entry));
        });
    }

    private static Optional<EntryPoint> entryPoint(TraefikSettings settings, boolean tls) {
        int port = tls ? HTTPS_PORT : HTTP_PORT;
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

    private static boolean isRouting(String label) {
        return isOfTraefik(label) && ROUTING.matcher(label).matches();
    }

    private static boolean isOfTraefik(String label) {
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
        return new OfContainer(proxy, settings, service, network(service, settings, project), met.isPresent(), project)
                .all();
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

    /** The routes of one container. */
    private record OfContainer(
            String proxy,
            TraefikSettings settings,
            Service service,
            NetworkChoice network,
            boolean certain,
            ProxyProject project) {

        List<Route> all() {
            Section http = Section.empty();
            Section tcp = Section.empty();
            Section udp = Section.empty();
            read(Map.of("http", http, "tcp", tcp, "udp", udp));
            List<Route> routes = new ArrayList<>(of(tcp, Protocol.TCP));
            routes.addAll(of(udp, Protocol.UDP));
            boolean streamOnly = !routes.isEmpty()
                    || !tcp.services().isEmpty()
                    || !udp.services().isEmpty();
            boolean anyHttp = !http.routers().isEmpty()
                    || !http.services().isEmpty()
                    || service.container().labels().keySet().stream()
                            .anyMatch(label -> label.toLowerCase(Locale.ROOT).startsWith("traefik.http.middlewares."));
            if (streamOnly && !anyHttp) {
                return routes;
            }
            if (http.routers().isEmpty() && http.services().size() < 2) {
                http.routers().put("", Map.of());
            }
            routes.addAll(of(http, Protocol.HTTP));
            return routes;
        }

        /** Labels are gone through once: thousands of containers are looked at on every edit. */
        private void read(Map<String, Section> sections) {
            service.container().labels().forEach((label, value) -> {
                if (!isOfTraefik(label)) {
                    return;
                }
                String[] part = label.split("\\.", 5);
                Section section = sections.getOrDefault(part[1].toLowerCase(Locale.ROOT), Section.empty());
                if (part.length == 5) {
                    Map<String, Map<String, String>> kind = switch (part[2].toLowerCase(Locale.ROOT)) {
                        case "routers" -> section.routers();
                        case "services" -> section.services();
                        default -> new TreeMap<>();
                    };
                    kind.computeIfAbsent(part[3], name -> new TreeMap<>()).put(part[4].toLowerCase(Locale.ROOT), value);
                }
            });
        }

        private List<Route> of(Section section, Protocol protocol) {
            List<Route> routes = new ArrayList<>();
            section.routers()
                    .forEach((name, router) -> rule(router, protocol)
                            .flatMap(rule -> target(router, section)
                                    .map(target -> new Route(
                                            proxy,
                                            new RouteMatch(rule, TraefikRule.hosts(rule), TraefikRule.paths(rule)),
                                            entry(router, protocol),
                                            target,
                                            place(name, router, protocol),
                                            certain)))
                            .ifPresent(routes::add));
            return routes;
        }

        /** A TCP router without a rule is dropped; a UDP router has none. */
        private Optional<String> rule(Map<String, String> router, Protocol protocol) {
            Optional<String> stated = Optional.ofNullable(router.get("rule")).filter(rule -> !rule.isBlank());
            return switch (protocol) {
                case HTTP -> Optional.of(stated.or(this::defaultRule).orElse(""));
                case TCP -> stated;
                case UDP -> Optional.of("");
            };
        }

        private Optional<String> defaultRule() {
            String project = project().topology().project();
            String container = service.container().containerName().orElse(project + "-" + service.key() + "-1");
            return TraefikRule.byDefault(settings.defaultRule(), service.key(), project, container);
        }

        /** A router that names no service gets the container's only one; with several it is dropped. */
        private Optional<RouteTarget> target(Map<String, String> router, Section section) {
            Optional<String> named = Optional.ofNullable(router.get("service")).filter(name -> !name.isBlank());
            String stated = named.orElse("");
            String name =
                    stated.endsWith(OF_DOCKER) ? stated.substring(0, stated.length() - OF_DOCKER.length()) : stated;
            if (named.isEmpty() && section.services().size() > 1) {
                return Optional.empty();
            }
            if (named.isPresent() && !section.services().containsKey(name)) {
                // Defined elsewhere: by Traefik itself, in a file, or at another container.
                return Optional.of(definedAt(name, section).orElse(new RouteTarget.OfProxy(named.get())));
            }
            Map<String, String> balancer = section.services().entrySet().stream()
                    .filter(entry -> named.isEmpty() || entry.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Map.of());
            return Optional.of(new RouteTarget.Container(service.key(), port(balancer), network));
        }

        /** The service that the container has without stating one is called after it. */
        private Optional<RouteTarget> definedAt(String name, Section section) {
            String own = service.key() + "-" + project.topology().project();
            return section.services().isEmpty() && name.equals(own)
                    ? Optional.of(new RouteTarget.Container(service.key(), Optional.empty(), network))
                    : Optional.empty();
        }

        private static Optional<Integer> port(Map<String, String> balancer) {
            return Optional.ofNullable(balancer.get(PORT))
                    .filter(text -> NUMBER.matcher(text).matches())
                    .map(Integer::valueOf);
        }

        private RouteEntry entry(Map<String, String> router, Protocol protocol) {
            boolean udp = protocol == Protocol.UDP;
            Set<String> named = new TreeSet<>();
            for (String name : router.getOrDefault("entrypoints", "").split(",", -1)) {
                if (!name.isBlank()) {
                    named.add(name.strip());
                }
            }
            List<EntryPoint> points = named.isEmpty()
                    ? settings.defaultEntryPoints(udp)
                    : settings.entryPoints().stream()
                            .filter(point -> named.stream().anyMatch(point.name()::equalsIgnoreCase))
                            .toList();
            boolean tls = router.keySet().stream().anyMatch(key -> key.startsWith("tls."))
                    || "true".equalsIgnoreCase(router.get("tls"))
                    || (protocol == Protocol.HTTP
                            && !points.isEmpty()
                            && points.stream().allMatch(EntryPoint::tls));
            return new RouteEntry(
                    protocol,
                    named.isEmpty() ? points.stream().map(EntryPoint::name).toList() : List.copyOf(named),
                    points.stream().flatMap(point -> point.port().stream()).toList(),
                    tls);
        }

        private RoutePlace place(String name, Map<String, String> router, Protocol protocol) {
            String section = protocol.name().toLowerCase(Locale.ROOT);
            String label = router.keySet().stream()
                    .filter("rule"::equals)
                    .findFirst()
                    .or(() -> router.keySet().stream().findFirst())
                    .map(key -> PREFIX + section + ".routers." + name + "." + key)
                    .orElse(ENABLE);
            return new RoutePlace.Label(service.key(), label);
        }
    }
}
