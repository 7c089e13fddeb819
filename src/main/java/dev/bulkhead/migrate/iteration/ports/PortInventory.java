package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.catalogue.Listening;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.migrate.playbook.PortGuide;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.reach.Binding;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Inventory of a project's published ports: what speaks at each, who reaches it, and which route leads there already. */
final class PortInventory {

    private final IterationInput input;
    private final PortGuide guide;
    private final Evidence evidence;
    private final ProxyRoutes proxies;
    private final ReachMatrix matrix;

    PortInventory(IterationInput input, PortGuide guide) {
        this.input = input;
        this.guide = guide;
        this.evidence = Evidence.of(input.topology(), input.catalogue(), input.settings());
        this.proxies = ProxyRoutes.of(input.topology(), input.proxyFiles());
        this.matrix = Reach.compute(input.topology());
    }

    Evidence evidence() {
        return evidence;
    }

    ProxyRoutes proxies() {
        return proxies;
    }

    /** Returns the ports in the order in which they go: the least harmful first. */
    List<HostedPort> ports() {
        List<HostedPort> ports = new ArrayList<>();
        for (Service service : input.topology().services().values()) {
            int index = matrix.indexOf(new Subject.OfService(service.key())).orElse(-1);
            if (index < 0) {
                continue;
            }
            // those who share a namespace have the ports of its owner
            matrix.bindings(index).stream()
                    .filter(binding -> service.ports().contains(binding.mapping()))
                    .forEach(binding -> ports.add(port(service, index, binding)));
        }
        ports.sort(Comparator.comparingInt(this::rank));
        return List.copyOf(ports);
    }

    private HostedPort port(Service service, int index, Binding binding) {
        PortMapping mapping = binding.mapping();
        ServiceProfile user = user(service, mapping);
        Optional<Route> route = route(service.key(), mapping);
        return new HostedPort(
                service.key(),
                mapping,
                user.key(),
                kind(service, user, mapping, route),
                audience(index, binding),
                route);
    }

    /** Who listens there: a guest of the namespace whose image is known for the port, else the one that publishes it. */
    private ServiceProfile user(Service service, PortMapping mapping) {
        return evidence.namespaceSharers(service.key()).stream()
                .flatMap(guest -> evidence.profile(guest).stream())
                .filter(guest -> webPort(guest, mapping) || guest.mainPort().equals(Optional.of(mapping.target())))
                .findFirst()
                .orElseGet(() -> evidence.profile(service.key()).orElseThrow());
    }

    private static boolean webPort(ServiceProfile profile, PortMapping mapping) {
        return mapping.protocol() == Protocol.TCP
                && profile.known()
                        .map(entry -> entry.listening())
                        .flatMap(Listening::webPort)
                        .filter(port -> port == mapping.target())
                        .isPresent();
    }

    /** Returns the plainest route to a port. */
    private Optional<Route> route(String service, PortMapping mapping) {
        if (mapping.protocol() != Protocol.TCP) {
            return Optional.empty();
        }
        Stream<Route> routes = proxies.server(service)
                        .filter(server -> ownPage(server, mapping))
                        .isPresent()
                ? proxies.routes().stream()
                        .filter(route -> route.proxy().equals(service)
                                && route.target().equals(new RouteTarget.OfProxy(OwnPages.TRAEFIK)))
                : proxies.routes().stream().filter(route -> leadsTo(route, service, mapping.target()));
        return routes.filter(route -> route.entry().protocol() == RouteEntry.Protocol.HTTP)
                .filter(route -> !route.match().hosts().isEmpty())
                .min(Comparator.comparingInt(route -> route.match().paths().size()));
    }

    private boolean leadsTo(Route route, String service, int port) {
        return route.container()
                .filter(target -> evidence.namespaceOwner(target.service()).equals(evidence.namespaceOwner(service)))
                .filter(target -> target.port().map(p -> p == port).orElseGet(() -> single(service)))
                .isPresent();
    }

    /** Where the route names no port, the proxy takes the only one. */
    private boolean single(String service) {
        return input.topology().service(service).map(s -> s.ports().size() == 1).orElse(false);
    }

    private static boolean ownPage(ProxyServer server, PortMapping mapping) {
        return OwnPages.port(server).filter(port -> port == mapping.target()).isPresent();
    }

    private HostedPort.Kind kind(Service service, ServiceProfile user, PortMapping mapping, Optional<Route> route) {
        Optional<ProxyServer> server = proxies.server(service.key());
        if (server.filter(s -> ownPage(s, mapping)).isPresent()) {
            return new HostedPort.Kind.OwnPage();
        }
        if (server.isPresent() || user.does(Role.REVERSE_PROXY)) {
            return door(service, mapping) ? new HostedPort.Kind.Door() : new HostedPort.Kind.Unknown();
        }
        if (route.isPresent()) {
            return new HostedPort.Kind.Web("its route");
        }
        if (webPort(user, mapping)) {
            return new HostedPort.Kind.Web("its image");
        }
        Optional<String> collector = collector(service.key(), user, mapping);
        if (collector.isPresent()) {
            return new HostedPort.Kind.Figures(collector.get());
        }
        return guide.use(mapping.target(), mapping.protocol())
                .<HostedPort.Kind>map(HostedPort.Kind.Other::new)
                .orElseGet(HostedPort.Kind.Unknown::new);
    }

    private boolean door(Service service, PortMapping mapping) {
        return mapping.target() == 80
                || mapping.target() == 443
                || proxies.routes().stream()
                        .filter(route -> route.proxy().equals(service.key()))
                        .anyMatch(route -> route.entry().ports().contains(mapping.target()));
    }

    private Optional<String> collector(String service, ServiceProfile user, PortMapping mapping) {
        return mapping.protocol() == Protocol.TCP && user.does(Role.EXPORTER)
                ? flowsTo(service, mapping.target()).map(MustFlow::from).findFirst()
                : Optional.empty();
    }

    /** Returns the flows inside the project that end at a port. */
    Stream<MustFlow> flowsTo(String service, int port) {
        return evidence.flows().stream()
                .filter(flow -> evidence.namespaceOwner(flow.to()).equals(service))
                .filter(flow -> flow.port().isPresent() && flow.port().getAsInt() == port);
    }

    private HostedPort.Audience audience(int service, Binding binding) {
        if (binding.loopback()) {
            return new HostedPort.Audience(Verdict.BLOCKED, Verdict.BLOCKED, Optional.empty());
        }
        Optional<PortQuery> port = Optional.of(
                new PortQuery(binding.mapping().target(), binding.mapping().protocol()));
        return new HostedPort.Audience(
                matrix.answer(ReachMatrix.INTERNET, service, port).verdict(),
                matrix.answer(ReachMatrix.LAN, service, port).verdict(),
                binding.hostIp().filter(ip -> !ip.equals("0.0.0.0") && !ip.equals("::")));
    }

    private int rank(HostedPort port) {
        Optional<ServiceProfile> user = evidence.profile(port.user());
        List<List<String>> order = guide.order();
        Optional<String> id = user.flatMap(ServiceProfile::known).map(entry -> entry.id());
        Optional<String> role =
                user.flatMap(ServiceProfile::known).map(entry -> entry.role().text());
        for (Optional<String> word : List.of(id, role, Optional.of(Role.APP.text()))) {
            for (int i = 0; i < order.size(); i++) {
                if (word.filter(order.get(i)::contains).isPresent()) {
                    return i;
                }
            }
        }
        return order.size();
    }
}
