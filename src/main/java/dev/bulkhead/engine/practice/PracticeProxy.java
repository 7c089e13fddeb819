package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.guard.AccessRules;
import dev.bulkhead.proxy.guard.RouteGuards;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reverse proxies of a practice engine, as far as labels, variables and the files that they have read tell them their
 * routes: what they answer to a host name.
 */
final class PracticeProxy {

    private static final String NOT_FOUND = "404 0";
    private static final String BAD_GATEWAY = "502 0";

    private final PracticeState state;
    private final PracticeContainer asking;
    private final PracticeSettings settings;
    private final ProxyFiles files;

    PracticeProxy(PracticeState state, PracticeContainer asking, PracticeSettings settings) {
        this.state = state;
        this.asking = asking;
        this.settings = settings;
        this.files = settings.of(asking);
    }

    ExecResult answer(Probe.Http request) {
        if (!request.host().equals("127.0.0.1")) {
            return cannotTell(); // the proxy answers for itself
        }
        Topology topology = topology();
        ProxyRoutes routes = ProxyRoutes.of(topology, files);
        String key = asking.identity().origin().key();
        Optional<ProxyServer> server = routes.server(key);
        if (server.isEmpty()) {
            return cannotTell();
        }
        String named = routes.routes().stream()
                .filter(route -> route.proxy().equals(key) && takes(route, request))
                .max(Comparator.comparingInt(PracticeProxy::longest))
                .map(route -> asked(route, request, topology).orElseGet(() -> through(route)))
                .orElseGet(() -> unrouted(routes, server.get(), request, request.name()));
        return new ExecResult(
                0,
                "named " + named + "\nnobody " + unrouted(routes, server.get(), request, Probe.HttpAnswer.NOBODY)
                        + "\n");
    }

    private static String unrouted(ProxyRoutes routes, ProxyServer server, Probe.Http request, String name) {
        return !request.tls() && routes.sendsToHttps(server, name)
                ? "308 0 https://" + name + request.path()
                : NOT_FOUND;
    }

    private static ExecResult cannotTell() {
        return new ExecResult(Probe.NO_TOOL, "This practice container cannot be asked about routes.\n");
    }

    private static boolean takes(Route route, Probe.Http request) {
        return route.match().hosts().contains(host(request.name()))
                && route.entry().tls() == request.tls()
                && (route.entry().ports().isEmpty() || route.entry().ports().contains(request.port()))
                && (route.match().paths().isEmpty()
                        || route.match().paths().stream().anyMatch(request.path()::startsWith));
    }

    /** A browser writes the port behind the name where it is not the usual one (RFC 9110, 7.2). */
    private static String host(String authority) {
        return authority.replaceFirst(":\\d+$", "");
    }

    /** The most precise of several routes is taken. */
    private static int longest(Route route) {
        return route.match().paths().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Returns what comes of asking a guard that stands before a route; empty where it lets the request through. */
    private Optional<String> asked(Route route, Probe.Http request, Topology topology) {
        Optional<RouteGuards.Present> guard = new RouteGuards(topology, files).before(route);
        return guard.flatMap(present -> present.asks()
                .map(whom -> portal(whom.split("[:/]", 2)[0], request))
                .orElse(Optional.of("401 0")));
    }

    /** What Authelia answers to somebody who has not signed in (its documentation, Proxy Authorization). */
    private Optional<String> portal(String name, Probe.Http request) {
        Optional<PracticeContainer> container = state.containers().values().stream()
                .filter(c -> ofProject(c) && c.identity().origin().key().equals(name))
                .filter(PracticeContainer::running)
                .filter(c -> c.endpoints().stream()
                        .anyMatch(
                                endpoint -> asking.endpoint(endpoint.network()).isPresent()))
                .findFirst();
        Optional<AccessRules> rules = container.flatMap(settings::portal);
        if (rules.isEmpty()) {
            return Optional.of(BAD_GATEWAY);
        }
        String url = "https://" + request.name() + request.path();
        return switch (rules.get().policy(host(request.name()), request.path())) {
            case BYPASS -> Optional.empty();
            case DENY -> Optional.of("403 0");
            case ONE_FACTOR, TWO_FACTOR ->
                Optional.of(rules.get()
                        .portal(host(request.name()))
                        .filter(portal -> request.tls())
                        .map(portal -> "302 0 " + portal + "/?rd=" + URLEncoder.encode(url, StandardCharsets.UTF_8)
                                + "&rm=GET")
                        .orElse("400 0"));
        };
    }

    private String through(Route route) {
        return switch (route.target()) {
            case RouteTarget.Container target -> {
                Optional<PracticeContainer> container = state.containers().values().stream()
                        .filter(c -> ofProject(c) && c.identity().origin().key().equals(target.service()))
                        .findFirst();
                boolean reached = container.filter(PracticeContainer::running).isPresent()
                        && target.network().candidates().stream()
                                .anyMatch(network ->
                                        asking.endpoint(network.name()).isPresent());
                yield reached ? "200 " + target.service() : BAD_GATEWAY;
            }
            case RouteTarget.OfProxy own -> "200 " + own.name();
            case RouteTarget.Address _ -> "200 address";
        };
    }

    private boolean ofProject(PracticeContainer container) {
        return Optional.ofNullable(container.made().labels().get(ObservedContainer.PROJECT_LABEL))
                .equals(Optional.ofNullable(asking.made().labels().get(ObservedContainer.PROJECT_LABEL)));
    }

    /** The containers of the project as services on networks of their real names. */
    private Topology topology() {
        List<Network> networks = state.networks().values().stream()
                .map(n -> new Network(n.name(), n.name(), n.options(), n.subnets()))
                .toList();
        List<Service> services = new ArrayList<>();
        state.containers().values().stream().filter(this::ofProject).forEach(container -> {
            Service origin = container.identity().origin();
            services.add(origin.withAttachments(
                    origin.networkMode() instanceof NetworkMode.Networks
                            ? container.endpoints().stream()
                                    .map(endpoint -> Attachment.to(endpoint.network()))
                                    .toList()
                            : List.of()));
        });
        return Topology.of(
                asking.made().labels().getOrDefault(ObservedContainer.PROJECT_LABEL, ""), networks, services);
    }
}
