package dev.bulkhead.reach;

import dev.bulkhead.topology.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds which services a label-reading reverse proxy (Traefik) has a route to. */
final class ProxyRoutes {

    private ProxyRoutes() {}

    /** Returns for each service the index of the proxy that routes to it, or {@link Wiring#NOBODY}. */
    static int[] of(List<Service> services) {
        int[] proxies = new int[services.size()];
        Arrays.fill(proxies, Wiring.NOBODY);
        int proxy = Wiring.NOBODY;
        for (int i = 0; i < proxies.length && proxy == Wiring.NOBODY; i++) {
            proxy = isProxy(services.get(i)) ? i : proxy;
        }
        for (int i = 0; proxy != Wiring.NOBODY && i < proxies.length; i++) {
            if (i != proxy && hasRoute(services.get(i).container().labels())) {
                proxies[i] = proxy;
            }
        }
        return proxies;
    }

    private static boolean isProxy(Service service) {
        String image = service.container().image().orElse("");
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.equals("traefik") || name.startsWith("traefik:") || name.startsWith("traefik@");
    }

    private static boolean hasRoute(Map<String, String> labels) {
        return !"false".equals(labels.get("traefik.enable"))
                && labels.keySet().stream().anyMatch(l -> l.matches("traefik\\.(http|tcp)\\.routers\\.[^.]+\\.rule"));
    }
}
