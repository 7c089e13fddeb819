package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteEntry.Protocol;
import dev.bulkhead.proxy.route.RouteMatch;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.traefik.TraefikRule;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.proxy.traefik.TraefikSettings.EntryPoint;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Container that Traefik makes routes of: what its labels say, with what Traefik adds where they are silent (traefik
 * {@code pkg/provider/docker/config.go}, {@code pkg/provider/configuration.go}).
 *
 * @param proxy key of the service that runs the proxy; empty for one that is none of the project
 * @param settings the settings of the proxy
 * @param service the service of the container
 * @param network over which network the proxy reaches it
 * @param certain whether the proxy surely takes it
 * @param project the project
 */
record TraefikContainer(
        String proxy,
        TraefikSettings settings,
        Service service,
        NetworkChoice network,
        boolean certain,
        ProxyProject project) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final String OF_DOCKER = "@docker";

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

    List<Route> routes() {
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
            if (!TraefikLabels.isOfTraefik(label)) {
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
        String name = stated.endsWith(OF_DOCKER) ? stated.substring(0, stated.length() - OF_DOCKER.length()) : stated;
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
        return Optional.ofNullable(balancer.get(TraefikLabels.PORT))
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
                .map(key -> TraefikLabels.PREFIX + section + ".routers." + name + "." + key)
                .orElse(TraefikLabels.ENABLE);
        return new RoutePlace.Label(service.key(), label);
    }
}
