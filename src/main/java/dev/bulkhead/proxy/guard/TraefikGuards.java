package dev.bulkhead.proxy.guard;

import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Guards in Traefik's labels: middlewares that routers name (Traefik documentation, Docker routing, Middlewares). */
final class TraefikGuards {

    private static final String ROUTERS = "traefik.http.routers.";
    private static final String MIDDLEWARES = "traefik.http.middlewares.";

    private TraefikGuards() {}

    /** Returns labels that define the middleware. */
    static Map<String, String> definition(ForwardAuth auth) {
        String middleware = MIDDLEWARES + auth.name() + ".forwardauth.";
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(middleware + "address", auth.url());
        labels.put(middleware + "trustForwardHeader", "true");
        labels.put(middleware + "authResponseHeaders", String.join(",", auth.headers()));
        return labels;
    }

    /** Returns the name of the router that a label belongs to; the one that a container has without stating one is called so. */
    private static String router(String label, Service service, Topology topology) {
        return label.toLowerCase(Locale.ROOT).startsWith(ROUTERS)
                ? label.substring(ROUTERS.length()).split("\\.", 2)[0]
                : service.key() + "-" + topology.project();
    }

    private static Optional<Map.Entry<String, String>> middlewares(String router, Service service) {
        String wanted = ROUTERS + router + ".middlewares";
        return service.container().labels().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** It has to be the first: what others make of the path is not what the rules of the portal speak of. */
    static List<TopologyEdit> labels(String label, Service service, Topology topology, ForwardAuth auth) {
        String router = router(label, service, topology);
        Optional<Map.Entry<String, String>> present = middlewares(router, service);
        String before = present.map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .map(value -> "," + value)
                .orElse("");
        return List.of(new TopologyEdit.SetLabel(
                service.key(),
                present.map(Map.Entry::getKey).orElse(ROUTERS + router + ".middlewares"),
                auth.name() + TraefikMiddlewares.OF_DOCKER + before));
    }

    /** Returns the names of the middlewares of the router that a label belongs to. */
    static List<String> named(String label, Service service, Topology topology) {
        return middlewares(router(label, service, topology), service)
                .map(entry -> TraefikMiddlewares.names(entry.getValue()))
                .orElse(List.of());
    }

    /** Returns host, port and path of an address. */
    static String whom(String address) {
        return address.replaceFirst("^[a-z]+://", "").replaceFirst("\\?.*$", "");
    }
}
