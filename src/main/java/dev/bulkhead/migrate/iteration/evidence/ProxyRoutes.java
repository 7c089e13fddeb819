package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.topology.ContainerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Routes that proxies find by themselves, on labels (Traefik, Caddy with its Docker plugin) or variables (nginx-proxy).
 *
 * <p>Proxies that are told their routes in a file of their own are not looked into.
 */
final class ProxyRoutes {

    private static final Pattern TRAEFIK_ROUTER = Pattern.compile("traefik\\.(http|tcp|udp)\\.routers\\..+");
    private static final Pattern TRAEFIK_PORT =
            Pattern.compile("traefik\\.(http|tcp|udp)\\.services\\..+\\.loadbalancer\\.server\\.port");
    private static final Pattern CADDY_PORT = Pattern.compile("\\{\\{\\s*upstreams\\s+(?:https?\\s+)?(\\d+)\\s*}}");

    private ProxyRoutes() {}

    /** Returns the routes of all proxies of a project, sorted by proxy and service. */
    static List<Route> of(List<ServiceProfile> profiles) {
        List<Route> routes = new ArrayList<>();
        for (ServiceProfile proxy : profiles) {
            if (!proxy.does(Role.REVERSE_PROXY)) {
                continue;
            }
            String kind = proxy.known().map(CatalogueEntry::id).orElse("").toLowerCase(Locale.ROOT);
            for (ServiceProfile target : profiles) {
                if (!target.key().equals(proxy.key()) && asksFor(kind, target)) {
                    routes.add(new Route(
                            proxy.key(), target.key(), port(kind, target).or(target::mainPort)));
                }
            }
        }
        return routes;
    }

    private static boolean asksFor(String kind, ServiceProfile target) {
        Map<String, String> labels = target.service().container().labels();
        return switch (kind) {
            case "traefik" ->
                !"false".equals(labels.get("traefik.enable"))
                        && labels.keySet().stream()
                                .anyMatch(key -> TRAEFIK_ROUTER.matcher(key).matches()
                                        || TRAEFIK_PORT.matcher(key).matches());
            case "caddy" -> labels.keySet().stream().anyMatch(key -> key.matches("caddy(_\\d+)?(\\..+)?"));
            case "nginx-proxy" -> target.service().container().environment().containsKey("VIRTUAL_HOST");
            default -> false;
        };
    }

    private static Optional<Integer> port(String kind, ServiceProfile target) {
        ContainerSpec container = target.service().container();
        return switch (kind) {
            case "traefik" ->
                container.labels().entrySet().stream()
                        .filter(label -> TRAEFIK_PORT.matcher(label.getKey()).matches())
                        .flatMap(label -> number(label.getValue()).stream())
                        .findFirst();
            case "caddy" ->
                container.labels().values().stream()
                        .map(CADDY_PORT::matcher)
                        .filter(Matcher::find)
                        .flatMap(match -> number(match.group(1)).stream())
                        .findFirst();
            case "nginx-proxy" ->
                Optional.ofNullable(container.environment().get("VIRTUAL_PORT")).flatMap(ProxyRoutes::number);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
