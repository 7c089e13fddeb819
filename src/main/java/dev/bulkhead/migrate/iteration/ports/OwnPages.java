package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.traefik.TraefikSettings.EntryPoint;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pages that proxies have themselves: Traefik's dashboard (Traefik documentation, API and dashboard). */
final class OwnPages {

    /** Traefik's own service behind its dashboard. */
    static final String TRAEFIK = "api@internal";

    private static final String ENTRY_POINT = "traefik";
    private static final int USUAL_PORT = 8080;

    private OwnPages() {}

    /** Returns the port of its container that the page is on without a route. */
    static Optional<Integer> port(ProxyServer server) {
        if (!(server.software() instanceof ProxyServer.Software.Traefik(var settings))
                || !"true".equalsIgnoreCase(settings.values().get("api.insecure"))) {
            return Optional.empty();
        }
        return Optional.of(settings.entryPoints().stream()
                .filter(point -> point.name().equals(ENTRY_POINT))
                .flatMap(point -> point.port().stream())
                .findFirst()
                .orElse(USUAL_PORT));
    }

    /** Returns the labels that give the page a route. */
    static List<ProjectEdit> route(ProxyServer server, String host, boolean tls) {
        if (!(server.software() instanceof ProxyServer.Software.Traefik(var settings))) {
            return List.of();
        }
        Service service = server.service();
        String router = "traefik.http.routers." + service.key().replace('.', '-') + "-dashboard";
        Map<String, String> labels = new TreeMap<>();
        labels.put("traefik.enable", "true");
        labels.put(router + ".rule", "Host(`" + host + "`)");
        labels.put(router + ".service", TRAEFIK);
        int port = tls ? 443 : 80;
        settings.entryPoints().stream()
                .filter(point -> point.port().equals(Optional.of(port)) && !point.udp())
                .map(EntryPoint::name)
                .findFirst()
                .ifPresent(name -> labels.put(router + ".entrypoints", name));
        if (tls) {
            labels.put(router + ".tls", "true");
        }
        List<ProjectEdit> edits = new ArrayList<>();
        labels.forEach((name, value) -> {
            if (!value.equals(service.container().labels().get(name))) {
                edits.add(new TopologyEdit.SetLabel(service.key(), name, value));
            }
        });
        return edits;
    }
}
