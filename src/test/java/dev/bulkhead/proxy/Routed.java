package dev.bulkhead.proxy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The routes of Compose files in memory, each as a line. */
public final class Routed {

    private static final Path DIRECTORY = Path.of("/no-such-folder/shop");

    private Routed() {}

    public static Topology topology(String compose) throws ComposeException {
        Map<Path, byte[]> files = Map.of(DIRECTORY.resolve("compose.yaml"), compose.getBytes(StandardCharsets.UTF_8));
        return new ComposeLoader(new OverlayFileTree(new DiskFileTree(), files))
                .load(ComposeRequest.of(DIRECTORY))
                .topology();
    }

    static List<String> lines(String compose) throws ComposeException {
        return lines(ProxyRoutes.of(topology(compose)));
    }

    static List<String> lines(ProxyRoutes routes) {
        return routes.routes().stream().map(Routed::line).toList();
    }

    /** Proxy, entrance, hosts and paths, then target with port and networks, then the place. */
    static String line(Route route) {
        String entry = route.entry().protocol().name().toLowerCase(Locale.ROOT)
                + (route.entry().tls() ? "+tls" : "")
                + route.entry().entryPoints()
                + route.entry().ports();
        String target = switch (route.target()) {
            case RouteTarget.Container to ->
                to.service() + ":" + to.port().map(String::valueOf).orElse("?") + " over "
                        + to.network().candidates().stream().map(Network::name).toList();
            case RouteTarget.Address(String address) -> "address " + address;
            case RouteTarget.OfProxy(String name) -> "proxy's own " + name;
        };
        String place = switch (route.place()) {
            case RoutePlace.Label(String service, String name) -> service + " label " + name;
            case RoutePlace.Variable(String service, String name) -> service + " variable " + name;
            case RoutePlace.InFile in -> in.at().toString();
        };
        return route.proxy() + " " + entry + " " + route.match().hosts()
                + route.match().paths() + " -> " + target + (route.certain() ? "" : ", perhaps") + " (" + place + ")";
    }
}
