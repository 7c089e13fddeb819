package dev.bulkhead.proxy.guard;

import dev.bulkhead.proxy.guard.RouteGuards.Present;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Guards in Traefik's labels: middlewares that routers name (Traefik documentation, Docker routing, Middlewares). */
final class TraefikGuards {

    static final String OF_DOCKER = "@docker";
    private static final String ROUTERS = "traefik.http.routers.";
    private static final String MIDDLEWARES = "traefik.http.middlewares.";
    /** Middlewares that ask who comes. */
    private static final List<String> ASKING = List.of("forwardauth", "basicauth", "digestauth");

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

    private static Stream<String> names(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty());
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
                auth.name() + OF_DOCKER + before));
    }

    static Optional<Present> before(String label, Service service, Topology topology) {
        return middlewares(router(label, service, topology), service)
                .flatMap(entry -> asking(names(entry.getValue()).toList(), topology));
    }

    /** Returns the first of several middlewares that asks who comes, as labels define them; others are defined in files. */
    static Optional<Present> asking(List<String> names, Topology topology) {
        for (String name : names) {
            String plain = name.endsWith(OF_DOCKER) ? name.substring(0, name.length() - OF_DOCKER.length()) : name;
            String prefix = (MIDDLEWARES + plain + ".").toLowerCase(Locale.ROOT);
            for (Service service : topology.services().values()) {
                for (Map.Entry<String, String> label :
                        service.container().labels().entrySet()) {
                    String lower = label.getKey().toLowerCase(Locale.ROOT);
                    if (lower.startsWith(prefix)
                            && ASKING.contains(lower.substring(prefix.length()).split("\\.", 2)[0])) {
                        return Optional.of(new Present(name, address(prefix, service)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> address(String prefix, Service service) {
        return service.container().labels().entrySet().stream()
                .filter(label -> label.getKey().equalsIgnoreCase(prefix + "forwardauth.address"))
                .map(label -> whom(label.getValue()))
                .findFirst();
    }

    /** Returns host, port and path of an address. */
    static String whom(String address) {
        return address.replaceFirst("^[a-z]+://", "").replaceFirst("\\?.*$", "");
    }
}
